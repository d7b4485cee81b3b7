import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPackage } from './plugin-package.ts';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A package registry over HTTP, as npm's clients expect one. */
export interface LocalRegistry extends AsyncDisposable {
  readonly url: string;
  /** Every request: method, path, and its authorization. */
  readonly requests: readonly { readonly path: string; readonly authorization: string | undefined }[];
  publish(one: TestPackage, dist?: Readonly<Record<string, unknown>>): void;
  /** Answers a path otherwise. */
  behave(path: string, behaviour: Behaviour): void;
  tarballPath(one: TestPackage): string;
}

export async function localRegistry(): Promise<LocalRegistry> {
  const documents = new Map<string, { readonly versions: Record<string, unknown> }>();
  const tarballs = new Map<string, Buffer>();
  const behaviours = new Map<string, Behaviour>();
  const requests: { path: string; authorization: string | undefined }[] = [];
  const tarballPath = ({ name, version }: TestPackage) => `/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/');
    requests.push({ path, authorization: request.headers.authorization });
    const behaviour = behaviours.get(path);
    if (behaviour !== undefined) return behaviour(request, response);
    const tarball = tarballs.get(path);
    if (tarball !== undefined) return void response.end(tarball);
    const name = path.slice(1);
    const document = documents.get(name);
    response.setHeader('content-type', 'application/json');
    if (document === undefined) return void response.writeHead(404).end('{"error":"not found"}');
    const latest = Object.keys(document.versions).at(-1);
    response.end(JSON.stringify({ name, 'dist-tags': { latest }, ...document }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    requests,
    tarballPath,
    publish(one, dist = {}) {
      const { name, version, packageJson, tarball, integrity } = one;
      const path = tarballPath(one);
      tarballs.set(path, tarball);
      const document = documents.get(name) ?? { versions: {} };
      document.versions[version] = {
        ...packageJson,
        dist: { tarball: `${url.slice(0, -1)}${path}`, integrity, ...dist },
      };
      documents.set(name, document);
    },
    behave: (path, behaviour) => void behaviours.set(path, behaviour),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
