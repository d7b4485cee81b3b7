import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A package by its package.json and its other files. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  readonly packageJson: object;
  readonly tarball: Buffer;
}

export function packPackage(head: object, files: Readonly<Record<string, string>>): PackedPackage {
  const packageJson = head as { readonly name: string; readonly version: string };
  const all = { 'package.json': JSON.stringify(packageJson), ...files };
  const blocks = Object.entries(all).flatMap(([name, body]) => tarBlocks(`package/${name}`, Buffer.from(body)));
  const tarball = gzipSync(Buffer.concat([...blocks, Buffer.alloc(1_024)]));
  return { name: packageJson.name, version: packageJson.version, packageJson, tarball };
}

export interface PackageRegistry extends AsyncDisposable {
  readonly url: string;
  publish(one: PackedPackage): void;
  /** Milliseconds that each tarball takes. */
  delayMs: number;
}

/** A package registry on this machine, as npm's clients expect one. */
export async function packageRegistry(): Promise<PackageRegistry> {
  const versions = new Map<string, Record<string, object>>();
  const tarballs = new Map<string, Buffer>();
  const waiting = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/');
    const tarball = tarballs.get(path);
    if (tarball !== undefined) return later(() => response.end(tarball));
    sendDocument(path.slice(1), versions.get(path.slice(1)), response);
  });
  const later = (work: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      work();
    }, registry.delayMs);
    waiting.add(timer);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registry: PackageRegistry = {
    url,
    delayMs: 0,
    publish({ name, version, packageJson, tarball }) {
      const path = `/${name}/-/${version}.tgz`;
      tarballs.set(path, tarball);
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
      const dist = { tarball: url + path, integrity };
      versions.set(name, { ...versions.get(name), [version]: { ...packageJson, dist } });
    },
    async [Symbol.asyncDispose]() {
      for (const timer of waiting) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return registry;
}

function sendDocument(name: string, found: Record<string, object> | undefined, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  if (found === undefined) return void response.writeHead(404).end('{"error":"not found"}');
  response.end(JSON.stringify({ name, 'dist-tags': { latest: Object.keys(found).at(-1) }, versions: found }));
}

/** One file of a tar archive: https://www.gnu.org/software/tar/manual/html_node/Standard.html */
function tarBlocks(path: string, body: Buffer): readonly Buffer[] {
  const head = Buffer.alloc(512);
  head.write(path, 0, 100);
  head.write('0000644\0', 100);
  head.write('0000000\0'.repeat(2), 108);
  head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        0', 148);
  head.write('ustar\x0000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
}
