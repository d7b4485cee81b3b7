import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Builds the dashboard into `dist`, unless what is there was made from the same files: `start` calls this each time.
 * Several may run at once: each builds beside. What a hub that runs already told browsers to load stays for an hour.
 */
const folder = import.meta.dirname;
const dist = join(folder, 'dist');
const marker = 'built-from.txt';
const inputs = [
  'src/**/*',
  'public/**/*',
  'index.html',
  'package.json',
  'vite.config.ts',
  '../client/src/**/*.ts',
  '../pnpm-lock.yaml',
];

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((pattern) => globSync(pattern, { cwd: folder, withFileTypes: true }))) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    hash.update(`${path.slice(folder.length)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(join(dist, marker), 'utf8');
  } catch {
    return undefined;
  }
}

/** Smaller once, at build time, instead of at each request. */
function compress(out: string): void {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  for (const name of globSync('**/*.{js,css,html,svg}', { cwd: out })) {
    const bytes = readFileSync(join(out, name));
    writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, quality));
    writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

async function build(made: string): Promise<void> {
  const { build: bundle } = await import('vite');
  const out = join(dist, `.building-${process.pid}`);
  await bundle({ root: folder, logLevel: 'warn', build: { outDir: out, emptyOutDir: true } });
  compress(out);
  writeFileSync(join(out, marker), made);
  putInPlace(out);
}

const keptMs = 3_600_000;

function putInPlace(out: string): void {
  cpSync(out, dist, { recursive: true });
  for (const name of globSync('assets/*', { cwd: dist })) {
    const old = Date.now() - statSync(join(dist, name)).mtimeMs > keptMs;
    if (old && !existsSync(join(out, name))) rmSync(join(dist, name), { force: true });
  }
  rmSync(out, { recursive: true });
}

const made = fingerprint();
if (builtFrom() !== made) {
  console.log('Building the dashboard …');
  await build(made);
}
