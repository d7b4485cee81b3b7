import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface FeedServer {
  readonly url: string;
  /** Answers so far, by status. */
  readonly answered: ReadonlyMap<number, number>;
  /** Puts a feed of these titles into the file that is served. */
  publish(titles: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Serves a feed from a file, with an ETag, as a publisher's web server does. */
export async function startFeedServer(folder: string): Promise<FeedServer> {
  const path = join(folder, 'feed.xml');
  const answered = new Map<number, number>();
  const server = createServer((request, response) => {
    readFile(path).then(
      (body) => {
        const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
        const status = request.headers['if-none-match'] === etag ? 304 : 200;
        answered.set(status, (answered.get(status) ?? 0) + 1);
        response.writeHead(status, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
        response.end(status === 304 ? undefined : body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/feed.xml`,
    answered,
    publish: (titles) => writeFile(path, feedOf(titles)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function feedOf(titles: readonly string[]): string {
  const items = titles.map((title, index) => {
    const number = titles.length - index;
    return `<item><title>${title}</title><guid isPermaLink="false">demo-${number}</guid><description>Number ${number}.</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Demo</title><link>http://127.0.0.1/</link><description>A feed of the demo</description>
${items.join('\n')}
</channel></rss>
`;
}
