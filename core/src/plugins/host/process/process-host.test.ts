import { readFile } from 'node:fs/promises';
import { type FairleadError, Secret } from '@fairlead/sdk';
import { longestFrame } from '@fairlead/sdk/host';
import { FakeClock, failureOf } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOf, type HostHarness, hostHarness, trial, trialCode } from '../../testing/host-harness.ts';
import type { HostedPlugin } from '../plugin-host.ts';

/** A slow machine starts a process in its own time. */
const patience = { timeout: 60_000, interval: 20 };

let harness: HostHarness;
let clock: FakeClock | undefined;
beforeEach(async () => {
  clock = undefined;
  harness = await hostHarness('process');
});
afterEach(async () => {
  const ended = harness.dispose();
  // What a clock that stands still would keep waiting.
  await clock?.advance(10_000);
  await ended;
});

async function onFakeClock(): Promise<FakeClock> {
  await harness.dispose();
  clock = new FakeClock();
  harness = await hostHarness('process', { clock });
  return clock;
}

/** The plugin does what `ask` says, and can write on the pipe itself. */
async function serve(ask: string, top = '') {
  const tools = `
    import { writeSync } from 'node:fs';
    const frame = (text) => {
      const bytes = Buffer.alloc(4 + Buffer.byteLength(text));
      bytes.writeUInt32BE(bytes.length - 4);
      bytes.write(text, 4);
      return bytes;
    };
    const say = (message) => writeSync(3, frame(JSON.stringify(message)));
    ${top}`;
  const hosted = await harness.start({ code: trialCode({ ask, top: tools }) });
  const served = await hosted.running.serve(harness.spec());
  const ask_ = (value = 'x') => served.call(trial.ask, { value }, callOf());
  return { hosted, served, ask: ask_ };
}

async function pidOf(hosted: HostedPlugin): Promise<number> {
  await vi.waitFor(() => expect(hosted.usage()).toBeDefined(), patience);
  return hosted.usage()?.pid ?? 0;
}

const exited = () => vi.waitFor(() => expect(harness.exits).toHaveLength(1), patience);

describe('a process that ends', () => {
  it('fails what is under way as something that may have happened, and is told of once', async () => {
    const { hosted, served, ask } = await serve('await new Promise(() => {});');
    const calls = [ask(), ask()].map((call) => failureOf(call));
    const items = served.open(trial.follow, { value: '998' }, callOf());
    await items.next();
    process.kill(await pidOf(hosted), 'SIGKILL');
    for (const call of calls) expect(await call).toMatchObject({ code: 'plugin_exited', class: 'unavailable' });
    expect(await failureOf(items.next())).toMatchObject({ code: 'plugin_exited' });
    expect(harness.exits).toMatchObject([{ code: 'killed' }]);
  });

  it('takes no more connections and no more calls', async () => {
    const { hosted, served, ask } = await serve('process.exit(3);');
    await failureOf(ask());
    await exited();
    expect(await failureOf(ask())).toMatchObject({ code: 'plugin_not_running' });
    expect(await failureOf(hosted.running.serve(harness.spec()))).toMatchObject({ code: 'plugin_not_running' });
    await served.dispose();
    await hosted.stop();
  });

  it.each([
    ['process.exit(3);', 'exited', '3'],
    [
      "setTimeout(() => { throw new TypeError('nobody caught this'); }); await new Promise(() => {});",
      'crashed',
      'nobody caught this',
    ],
    ["void Promise.reject(new Error('nobody waited')); await new Promise(() => {});", 'crashed', 'nobody waited'],
    ['process.abort();', 'crashed', 'SIGABRT'],
  ])('says why: %s', async (ask, code, words) => {
    const call = await serve(ask);
    await failureOf(call.ask());
    await exited();
    expect(harness.exits[0]).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('leaves what it last printed', async () => {
    const { ask } = await serve("console.log('one'); console.error('two'); process.exit(1);");
    await failureOf(ask());
    await exited();
    expect(harness.exits[0]?.lastOutput).toEqual(expect.arrayContaining(['one', 'two']));
  });

  it('before it is ready is a failed start that may be tried again', async () => {
    const error = await harness.start({ code: 'process.exit(7);' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ permanent: false, faults: [{ code: 'exited' }] });
    expect(harness.exits).toEqual([]);
  });
});

describe('a process that sends what no child sends', () => {
  it.each([
    ['no JSON', "writeSync(3, frame('{nonsense'));"],
    ['a frame beyond the cap', 'writeSync(3, Buffer.from([0xff, 0xff, 0xff, 0xff]));'],
    ['no object', "writeSync(3, frame('[]'));"],
    ['an unknown kind', "say({ type: 'hello' });"],
    ['an answer to nothing', "say({ type: 'result', id: 4711 });"],
    ['an answer under no number', "say({ type: 'result', id: '__proto__' });"],
    ['an item where there is no stream', "say({ type: 'item', id: Number(value), value: 1 });"],
    [
      'two answers',
      "say({ type: 'result', id: Number(value), value: { value: 'x' } }); say({ type: 'result', id: Number(value) });",
    ],
    ['an error without a class', "say({ type: 'error', id: Number(value), error: { code: 'x' } });"],
    ['a second start', "say({ type: 'ready', protocol: 1 });"],
    ['a timer on a clock of its own', "say({ type: 'timer', connection: 1, timer: 1, delayMs: 1 });"],
    [
      'an ask under a number it had used',
      "const ask = { type: 'ask', id: 1, connection: 1, question: { about: 'state.get', key: 'a' } }; say(ask); say(ask);",
    ],
    ['a question about nothing', "say({ type: 'ask', id: 9, connection: 1, question: { about: 'everything' } });"],
  ])('is ended, and the hub lives: %s', async (_what, ask) => {
    // The call is the second thing asked of this process, after the connection.
    const { ask: call } = await serve(`${ask} await new Promise(() => {});`);
    await call('2').catch(() => undefined);
    await exited();
    expect(harness.exits[0]).toMatchObject({ code: 'protocol_broken' });
  });

  it('is ended when it sends more items than it has credit for', async () => {
    const flood = "for (let count = 0; count < 200; count += 1) say({ type: 'item', id: 2, value: 1 });";
    const { running } = await harness.start({
      code: trialCode({ top: "import { writeSync } from 'node:fs';" }).replace(
        'const left = [];',
        `const say = (message) => { const text = JSON.stringify(message); const head = Buffer.alloc(4); head.writeUInt32BE(text.length); writeSync(3, Buffer.concat([head, Buffer.from(text)])); }; ${flood}`,
      ),
    });
    const served = await running.serve(harness.spec());
    const items = served.open(trial.count, { value: '5' }, callOf());
    await items.next().catch(() => undefined);
    await exited();
    expect(harness.exits[0]).toMatchObject({ code: 'protocol_broken' });
  });

  it('does not change what objects are', async () => {
    const { ask } = await serve(
      `say(JSON.parse('{"type":"log","connection":1,"level":"info","message":"m","fields":{"__proto__":{"polluted":true}}}'));
      return { value };`,
    );
    await ask();
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('what is too large for a frame', () => {
  const huge = 'x'.repeat(longestFrame);

  it('is refused to a caller, and the process goes on', async () => {
    const { ask } = await serve('return { value };');
    expect(await failureOf(ask(huge))).toMatchObject({ code: 'input_invalid' });
    expect(await ask('small')).toEqual({ value: 'small' });
  });

  it('is a fault of that one answer, and the process goes on', async () => {
    const { ask } = await serve(`return { value: value === 'huge' ? 'x'.repeat(${longestFrame}) : value };`);
    expect(await failureOf(ask('huge'))).toMatchObject({ code: 'output_invalid', class: 'plugin_bug' });
    expect(await ask('small')).toEqual({ value: 'small' });
  });
});

describe('a process that no longer answers', () => {
  it('is ended after ten seconds without a sign of life', async () => {
    const fake = await onFakeClock();
    const { hosted, ask } = await serve("setTimeout(() => { for (;;); }, 0); return { value: 'x' };");
    await pidOf(hosted);
    await ask();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fake.advance(15_000);
    await exited();
    expect(harness.exits).toMatchObject([{ code: 'hung' }]);
  });

  it('is ended by force when it does not stop', async () => {
    const fake = await onFakeClock();
    const { hosted } = await serve('return { value };', 'process.on("exit", () => { for (;;); });');
    let stopped = false;
    const stop = hosted.stop().then(() => {
      stopped = true;
    });
    await fake.advance(4_999);
    expect(stopped).toBe(false);
    await fake.advance(1);
    await stop;
    expect(harness.exits).toEqual([]);
  });
});

describe('the process', () => {
  it('has a secret neither among its arguments nor in its environment', async () => {
    const hosted = await harness.start({
      settings: {
        type: 'object',
        properties: { token: { type: 'string', 'x-wire': 'secret', 'x-fairlead-secret': true } },
        additionalProperties: false,
      },
    });
    await hosted.running.serve(harness.spec({ settings: { token: new Secret('sk-very-secret') } }));
    const pid = await pidOf(hosted);
    const seen = await Promise.all(['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')));
    expect(seen.join('\n')).not.toContain('sk-very-secret');
  });

  it('tells what it uses', async () => {
    const { hosted } = await serve('return { value };');
    await pidOf(hosted);
    const usage = hosted.usage();
    expect(usage?.rssBytes).toBeGreaterThan(10 * 1_048_576);
    expect(usage?.heapUsedBytes).toBeGreaterThan(1_048_576);
    expect(usage?.cpuMs).toBeGreaterThan(1);
  });

  it('says to a plugin that a connection is gone which it still asks about', async () => {
    const { hosted } = await serve('return { value };');
    const { running } = hosted;
    const asked = Promise.withResolvers<unknown>();
    const state = { get: async () => asked.promise, put: async () => undefined, delete: async () => undefined };
    const served = await running.serve(harness.spec({ connection: { id: 'c2', name: 'Two' } }, { state }));
    await served.dispose();
    expect(await failureOf(served.call(trial.ask, { value: 'x' }, callOf()) as Promise<FairleadError>)).toMatchObject({
      code: 'connection_inactive',
    });
  });
});
