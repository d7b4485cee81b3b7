import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { encodingsOf } from '../encodings.ts';
import type { DemoConnection } from '../stage.ts';
import { prove, type Step } from '../step.ts';

export const credentialEncrypted: Step = {
  title: 'A credential is encrypted',
  async run({ api, stripe, databaseFile, connections, log }, tell) {
    const name = 'Demo shop at Stripe';
    const made = await api.post<DemoConnection & { readonly secrets: Readonly<Record<string, unknown>> }>(
      '/api/connections',
      {
        plugin: 'gateway-stripe',
        name,
        settings: {},
        secrets: { apiKey: stripe.apiKey, webhookSecrets: [stripe.webhookSecret] },
      },
    );
    connections.set('gateway-stripe', made);
    prove('apiKey' in made.secrets, 'the hub says that the key is set');
    tell('a connection of Stripe was added with an API key and a signing secret');

    const files = [databaseFile, `${databaseFile}-wal`].filter((path) => existsSync(path));
    const contents = Buffer.concat(await Promise.all(files.map((path) => readFile(path))));
    prove(contents.includes(name), 'the name of the connection is found in the database file, so the search works');
    const forms = [stripe.apiKey, stripe.webhookSecret].flatMap(encodingsOf);
    for (const form of forms) prove(!contents.includes(form), 'no form of a secret is found in the database file');
    tell(`in the ${contents.length} bytes of database and write-ahead log, its name is found and its secrets are not`);
    tell(`searched in ${forms.length} forms: as they are, base64 and base64url at each offset, hex, URL and JSON`);

    const shown = JSON.stringify(await api.get(`/api/connections/${made.id}`));
    const logged = log().join('');
    prove(logged.length > 0, 'the hub has logged something');
    for (const form of forms) {
      prove(!shown.includes(form), 'no answer of the API holds a secret');
      prove(!logged.includes(form), 'no line of the log holds a secret');
    }
    tell('neither the API’s answer nor the log holds them');
  },
};
