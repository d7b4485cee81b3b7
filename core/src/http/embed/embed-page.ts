import { embedScriptPath } from './embed-paths.ts';

/** Colours tell nothing alone: each state has a sign and a word as well. */
const style = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5b626b; --line: #d9dde2; --ground: #ffffff;
  --healthy: #18794e; --degraded: #946200; --unhealthy: #c62a2f; --unknown: #5b626b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef0; --soft: #a3abb4; --line: #3a4047; --ground: #16191d;
    --healthy: #4cc38a; --degraded: #f1c14b; --unhealthy: #ff8589; --unknown: #a3abb4; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.4 system-ui, sans-serif; }
main { padding: 12px 14px; }
h1 { font-size: 1em; font-weight: 600; margin: 0 0 6px; overflow-wrap: anywhere; }
p { margin: 4px 0; }
.status { align-items: center; color: var(--unknown); display: flex; font-weight: 600; gap: 8px; }
.sign { border: 2px solid currentcolor; border-radius: 50%; flex: none; font-size: 13px; height: 22px; line-height: 18px;
  text-align: center; width: 22px; }
[data-status='healthy'] .status { color: var(--healthy); }
[data-status='degraded'] .status { color: var(--degraded); }
[data-status='unhealthy'] .status { color: var(--unhealthy); }
ul { margin: 4px 0; padding-left: 1.2em; }
.more { color: var(--soft); font-size: 0.9em; }
.notice { border-left: 3px solid var(--degraded); margin-top: 8px; padding-left: 8px; }
[hidden] { display: none; }
`;

/** The same for every embed: its name and health come with the token, which no server sees in an address. */
export const embedPage = document(
  `<main id="embed" data-status="unknown" aria-live="polite">
<h1 id="name">Status</h1>
<p class="status"><span class="sign" id="sign" aria-hidden="true">…</span><span id="status">Asking …</span></p>
<p class="more" id="since" hidden></p>
<ul id="reasons" hidden></ul>
<p class="more" id="uptime" hidden></p>
<p class="notice" id="notice" role="alert" hidden></p>
<noscript><p class="notice">This page needs JavaScript.</p></noscript>
</main>
<script src="${embedScriptPath}"></script>`,
);

export const unknownEmbedPage = document('<main><p>Nothing is shown at this address.</p></main>');

function document(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Status</title><style>${style}</style></head>
<body>${body}</body></html>
`;
}
