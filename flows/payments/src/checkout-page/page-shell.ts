import { createHash } from 'node:crypto';
import { reply, type RouteReply } from '@fairlead/core/flow-api';
import { Html, html } from './html.ts';

/** Contrast of every pair of text and ground is at least 4.5 to 1 (WCAG 2.2 AA), of borders 3 to 1. */
const style = `
:root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --text: #15181e; --soft: #4d5564; --line: #858d9b;
  --accent: #1746b8; --on-accent: #fff; --chosen: #e9effc; --alert: #8a1c13; --alert-ground: #fdecea; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0f1216; --card: #181c22; --text: #eef0f4; --soft: #aab2c0; --line: #6d7686;
    --accent: #9dbbff; --on-accent: #0b1530; --chosen: #1f2a42; --alert: #ffb4ab; --alert-ground: #3a1512; }
}
* { box-sizing: border-box; }
body { background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 1rem; }
main { background: var(--card); border-radius: 0.75rem; margin: 1rem auto; max-width: 30rem; padding: 1.5rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
p { margin: 0 0 1rem; }
dl { display: grid; gap: 0.25rem 1rem; grid-template-columns: max-content 1fr; margin: 0 0 1.25rem; }
dt, .soft { color: var(--soft); }
dd { margin: 0; }
[role="alert"] { background: var(--alert-ground); border-left: 0.25rem solid var(--alert); border-radius: 0.25rem;
  color: var(--alert); padding: 0.75rem 1rem; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; }
legend { font-weight: 600; margin-bottom: 0.5rem; padding: 0; }
.method { align-items: center; border: 1px solid var(--line); border-radius: 0.5rem; cursor: pointer; display: flex;
  gap: 0.75rem; margin-bottom: 0.5rem; padding: 0.75rem 1rem; }
.method:has(:checked) { background: var(--chosen); border-color: var(--accent); }
.method input { accent-color: var(--accent); flex: none; height: 1.25rem; margin: 0; width: 1.25rem; }
.name { flex: 1; }
.name small, .price small { color: var(--soft); display: block; font-size: 0.875rem; }
.price { flex: none; font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
button, .button { background: var(--accent); border: 0; border-radius: 0.5rem; color: var(--on-accent); cursor: pointer;
  display: block; font: inherit; font-weight: 600; padding: 0.75rem 1rem; text-align: center; text-decoration: none;
  width: 100%; }
a { color: var(--accent); }
:focus-visible, .method:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
@supports selector(:has(*)) { .method input:focus-visible { outline: none; } }
.after { margin: 1rem 0 0; }
@media (max-width: 30rem) {
  body { padding: 0; }
  main { border-radius: 0; margin: 0; min-height: 100vh; padding: 1.25rem; }
  .method { flex-wrap: wrap; row-gap: 0; }
  .name { flex-basis: calc(100% - 2rem); }
  .price { margin-left: 2rem; text-align: left; white-space: normal; }
}
`;
const sheet = new Html(`<style>${style}</style>`);
/** Of what stands between the tags, to the last character. */
const styleHash = createHash('sha256').update(style).digest('base64');

export interface PageParts {
  readonly title: string;
  readonly content: Html;
  /** Loads another address by itself. */
  readonly refresh?: { readonly afterSeconds: number; readonly to: string } | undefined;
}

export function pageHtml({ title, content, refresh }: PageParts): string {
  const again =
    refresh === undefined
      ? undefined
      : html`<meta http-equiv="refresh" content="${`${refresh.afterSeconds}; url=${refresh.to}`}">`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${again}
<title>${title}</title>
${sheet}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.text;
}

/** @param secure whether payers reach the hub by https */
export function pageReply(status: number, parts: PageParts, secure: boolean): RouteReply {
  return reply({
    status,
    headers: { ...headersOf(secure), 'content-type': 'text/html; charset=utf-8' },
    body: pageHtml(parts),
  });
}

/** 303: the next request is a GET, whatever this one was. */
export function redirectTo(location: string, secure: boolean): RouteReply {
  return reply({ status: 303, headers: { ...headersOf(secure), location }, body: '' });
}

function headersOf(secure: boolean): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    // The address is all that is needed to see the page: it is told to nobody, the provider included.
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'content-security-policy': policyOf(secure),
  };
}

/**
 * No script, no frame, no image, one style sheet. `form-action` has to name more than ourselves: ours is answered by a
 * redirect to the provider chosen, whose host is known only then, and Chromium holds the directive against every redirect
 * that answers a form (Firefox does not, and the standard leaves it open:
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/form-action). So any https
 * host is allowed, and http where the hub itself is reached by it, as in a trial with the sandbox on one machine. What the
 * directive is for, forms that somebody smuggles in, is kept out by everything on the page being escaped.
 */
function policyOf(secure: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' https:${secure ? '' : ' http:'}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
