import { createClient, eachItem, followEvents, HubProblem, ok } from '@fairlead/client';

const url = 'http://127.0.0.1:7400';
const token = process.env.FAIRLEAD_API_KEY ?? ''; // an API key: fl_…
const hub = createClient({ url, token });

// One call. A refusal is thrown as a HubProblem: decide by its code.
const { items } = await ok(hub.GET('/api/connections', { params: { query: { limit: 10 } } }));
console.log(items.map(({ name }) => name));

// What acts takes a key of your own, so that repeating it is harmless.
try {
  await ok(
    hub.POST('/api/payments', {
      body: { amountMinor: '1299', currency: 'USD', reference: 'order-1' },
      params: { header: { 'idempotency-key': 'order-1' } },
    }),
  );
} catch (error) {
  if (error instanceof HubProblem) console.error(error.code, error.errors);
  else throw error;
}

// A whole list, page by page.
const pages = eachItem((cursor) =>
  ok(hub.GET('/api/connections', { params: { query: cursor === undefined ? {} : { cursor } } })),
);
for await (const connection of pages) console.log(connection.name);

// Events, each once and in order, through restarts of the hub.
const stream = followEvents({
  url,
  token: () => token,
  topics: ['connections'],
  onEvent: (event) => console.log(event.type, event.subject),
});
stream.close();
