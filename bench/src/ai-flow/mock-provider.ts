/**
 * A chat API that answers at once, always the same, as OpenRouter does: one process of its own, so that it is nobody's
 * share of the load. Prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const body = Buffer.from(
  JSON.stringify({
    id: 'gen-1',
    object: 'chat.completion',
    created: 1_767_225_600,
    model: 'bench/model',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: 'The quick brown fox jumps over the lazy dog.' },
      },
    ],
    usage: { prompt_tokens: 42, completion_tokens: 11, total_tokens: 53, cost: 0.0000615 },
  }),
);

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => process.exit(0));
});
