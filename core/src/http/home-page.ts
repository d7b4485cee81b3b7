import type { HttpExtension } from './app.ts';
import { escaped, page } from './html.ts';

/** A page at `/` where the dashboard is not built. */
export function homeExtension({ version }: { readonly version: string }): HttpExtension {
  const html = page(
    'Fairlead',
    `<h1>Fairlead ${escaped(version)}</h1>
<p>The hub runs. Its dashboard is not built here: <code>npx -y pnpm@12 start</code> builds it, and so does
<code>npx -y pnpm@12 --filter @fairlead/dashboard build</code>. The API is there:</p>
<ul><li><a href="/docs">Reference of the API</a>, also as <a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/livez">/livez</a> and <a href="/readyz">/readyz</a> say how it is</li></ul>
<p>Sign in with the e-mail address and the password that the hub printed on its first start:</p>
<pre>curl -s -H 'content-type: application/json' \\
  -d '{"email":"…","password":"…"}' http://127.0.0.1:7400/api/auth/sign-in</pre>
<p>Then send <code>Authorization: Bearer …</code> with the token of the answer. The README goes on from there.</p>`,
  );
  return {
    serves: [{ methods: ['GET'], path: '/' }],
    register(app) {
      app.get('/', { schema: { hide: true } }, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(html),
      );
    },
  };
}
