import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuide } from './read-guide.ts';

const root = join(import.meta.dirname, '../../..');
const guide = readGuide(readFileSync(join(root, 'docs/guides/write-a-plugin.md'), 'utf8'));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fairlead-guide-')));
const packageJson = JSON.parse(guide.files.get('package.json') ?? '{}') as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

// Everything of the page is done but the installation: the same packages are linked, and the SDK is compiled as it
// would be published. So the plugin gets its JavaScript and its declarations, as it would elsewhere.
beforeAll(async () => {
  for (const [path, text] of guide.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const sdk = join(folder, 'node_modules/@fairlead/sdk');
  mkdirSync(sdk, { recursive: true });
  for (const name of ['package.json', 'manifest.schema.json']) cpSync(join(root, 'sdk', name), join(sdk, name));
  symlinkSync(join(root, 'sdk/node_modules'), join(sdk, 'node_modules'));
  const built = join(sdk, 'dist');
  const arguments_ = ['-p', join(root, 'sdk'), '--outDir', built, '--tsBuildInfoFile', join(built, '.tsbuildinfo')];
  expect(await run(binary('typescript', 'tsc'), ...arguments_)).toMatchObject({ code: 0 });
  for (const name of Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })) {
    if (name === '@fairlead/sdk') continue;
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(installed(name), join(folder, 'node_modules', name));
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/guides/write-a-plugin.md', () => {
  it('is followed to the letter, and ends with a plugin that conforms', async () => {
    const commands = guide.commands.at(-1) ?? [];
    expect(commands).toEqual(['npm run build', 'npm test -- -u', 'npm test']);
    for (const command of commands) {
      const { code, output } = await npm(command);
      expect(code, `${command}\n${output}`).toBe(0);
      expect(output).toMatch(command.startsWith('npm test') ? /Tests\s+\d{2,} passed/ : /^$/);
    }
  }, 120_000);

  it('makes a package whose compiled entry is a plugin', async () => {
    const check = `import plugin from 'channel-guestbook'; import { isPlugin } from '@fairlead/sdk';
      if (!isPlugin(plugin) || plugin.id !== 'channel-guestbook') throw new Error('It is no plugin.');`;
    expect(await run('--input-type=module', '--eval', check)).toMatchObject({ code: 0 });
  });

  it.each([
    ['leaving out the signal', '    signal: call.signal,\n', '', 'it ignores call.signal'],
    ['a cursor that stands still', 'messages.at(-1)?.id ?? after', 'after', 'Message number'],
  ])(
    'is right that the suite finds %s',
    async (_what, right, wrong, complaint) => {
      const path = join(folder, 'src/channel.ts');
      const source = guide.files.get('src/channel.ts') ?? '';
      expect(source).toContain(right);
      writeFileSync(path, source.replace(right, wrong));
      try {
        const { code, output } = await npm('npm test');
        expect(code).not.toBe(0);
        expect(output).toContain(complaint);
      } finally {
        writeFileSync(path, source);
      }
    },
    120_000,
  );

  it('asks for versions that the workspace itself uses', () => {
    const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
    const wanted = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
    for (const [name, range] of wanted.filter(([, version]) => !version.startsWith('file:'))) {
      const own = name === 'typescript' ? readFileSync(join(root, 'package.json'), 'utf8') : workspace;
      const major = /^[~^](\d+)/.exec(range)?.[1] ?? 'none';
      expect(own).toMatch(new RegExp(`['"]?${name}['"]?: ['"]?[~^]${major}\\.`));
    }
  });
});

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** `npm run x` and `npm test -- args`, with the script's program found among the plugin's own packages. */
function npm(command: string): Promise<Ended> {
  const [, script = '', rest = ''] = /^npm (?:run )?(\w+)(?: -- (.*))?$/.exec(command) ?? [];
  const [program = '', ...given] = (packageJson.scripts[script] ?? '').split(' ');
  const owner = program === 'tsc' ? 'typescript' : program;
  return run(binary(owner, program), ...given, ...rest.split(' ').filter(Boolean));
}

function binary(owner: string, name: string): string {
  const { bin } = JSON.parse(readFileSync(join(installed(owner), 'package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  return join(installed(owner), bin[name] ?? '');
}

function installed(name: string): string {
  const candidates = ['sdk/node_modules', 'node_modules'].map((place) => join(root, place, name));
  for (const candidate of candidates) {
    try {
      return realpathSync(candidate);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`${name} is not installed.`);
}

function run(...args: string[]): Promise<Ended> {
  // The variables of this very test run would make the inner one believe it is a worker.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_OPTIONS|TEST|FAIRLEAD_)/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', CI: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}
