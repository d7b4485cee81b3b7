import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { type SignedChannel, signedChannel } from '../support/signed-channel.ts';

interface Signal {
  readonly id: string;
  readonly symbol: string;
  readonly status: string;
  readonly stopLoss: string | null;
  readonly history: readonly { readonly what: string; readonly details?: string }[];
}

describe.skipIf(browserPath === undefined)('signals, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let room: SignedChannel;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    room = await signedChannel(browsing.api, 'Gold room');
  });

  afterAll(async () => cleanup.disposeAsync());

  const found = async (symbol: string) => {
    const { items } = await browsing.api.ok<{ items: readonly Signal[] }>('GET', `/api/signals?symbol=${symbol}`);
    const [first] = items;
    return first === undefined ? undefined : browsing.api.ok<Signal>('GET', `/api/signals/${first.id}`);
  };
  const read = async (symbol: string) =>
    eventually(
      async () => found(symbol),
      (signal) => signal !== undefined,
    );
  const opened = async (path: string): Promise<Page> => {
    const page = await browsing.signedIn();
    await page.goto(path);
    return page;
  };
  const marks = async (page: Page) =>
    page.locator('mark').evaluateAll((all) =>
      // The number and what it stands at.
      all.map((mark) => `${mark.getAttribute('data-number') ?? ''} ${mark.textContent}`),
    );

  test('a message that needs a review is looked at beside what was read, and published with the keyboard alone', async () => {
    const page = await opened('/signals');
    await page.getByText('There are no signals yet').waitFor();
    await looksRight(page, 'no-signals');
    await room.say({ id: '1', text: 'EURUSD SELL NOW 1.1000\nTP 1.0900\nSL 1.1050 <b>all in</b>' });
    // Nobody reloads the page: the event stream tells it.
    await page.getByRole('link', { name: 'EURUSD sell' }).waitFor();
    await room.say({ id: '2', text: 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320' });
    await page.getByRole('link', { name: 'XAUUSD buy' }).waitFor();
    await looksRight(page, 'signals');

    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('heading', { level: 2, name: 'XAUUSD buy' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 2, name: 'EURUSD sell' }).waitFor();
    const text = page.getByRole('region', { name: 'Text of the message' });
    await text.getByText('<b>all in</b>').waitFor();
    expect(await marks(page)).toEqual(['1 EURUSD', '2 SELL', '3 NOW', '4 1.1000', '5 1.0900', '6 1.1050']);
    const stop = page.getByRole('row', { name: /^Stop/ });
    expect(await stop.innerText()).toMatch(/6\s*1\.105$/);
    await looksRight(page, 'review');

    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 2, name: 'XAUUSD buy' }).waitFor();
    await page.keyboard.press('p');
    const question = page.getByRole('dialog', { name: 'Publish buy XAUUSD?' });
    await question.getByText('Until somebody does it can be withdrawn').waitFor();
    expect((await found('XAUUSD'))?.status).toBe('review');
    await looksRight(page, 'publish');
    await page.keyboard.press('Enter');
    await page.getByText('XAUUSD buy is published.').waitFor();
    // The next of the queue is there.
    await page.getByRole('heading', { level: 2, name: 'EURUSD sell' }).waitFor();
    expect((await found('XAUUSD'))?.status).toBe('published');
    expect((await found('EURUSD'))?.status).toBe('review');
  });

  test('keys do nothing while somebody types, and can be turned off', async () => {
    await room.say({ id: '7', text: 'USDJPY SELL NOW 150\nTP 148\nSL 151' });
    await read('USDJPY');
    const page = await opened('/signals?status=review&symbol=USDJPY');
    await page.getByRole('heading', { level: 2, name: 'USDJPY sell' }).waitFor();
    const symbol = page.getByRole('textbox', { name: 'Symbol' });
    await symbol.fill('');
    await symbol.pressSequentially('usdjpy');
    expect(await symbol.inputValue()).toBe('usdjpy');
    expect(await page.getByRole('dialog').count()).toBe(0);
    const keys = page.getByRole('switch', { name: 'Keys' });
    await keys.click({ force: true });
    await page.getByText('p publish', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('p');
    await keys.click({ force: true });
    await page.getByText('p publish', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('p');
    await page.getByRole('dialog', { name: 'Publish sell USDJPY?' }).waitFor();
  });

  test('what the checks refuse is edited until they take it, or published with a reason that is kept', async () => {
    await room.say({ id: '3', text: 'GBPUSD SELL 1.3000\nTP 1.2900\nSL 1.2950' });
    const { id } = (await read('GBPUSD')) ?? { id: '' };
    const page = await opened(`/signals/${id}`);
    await page.getByText('The stop loss is on the wrong side of the entry.').waitFor();
    await looksRight(page, 'refused-signal');
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit sell GBPUSD' });
    await form.getByLabel('Stop').fill('1.3050');
    await looksRight(page, 'edit-signal');
    await form.getByRole('button', { name: 'Save and check' }).click();
    await page.getByText('(the message says 1.295)').waitFor();
    expect(await found('GBPUSD')).toMatchObject({ status: 'review', stopLoss: '1.305' });
    await page.keyboard.press('r');
    const rejection = page.getByRole('dialog', { name: 'Reject sell GBPUSD?' });
    await rejection.getByLabel('Reason').fill('not today');
    await page.keyboard.press('Enter');
    await page.getByText('GBPUSD sell is rejected.').waitFor();
    expect((await found('GBPUSD'))?.history.at(-1)).toMatchObject({ what: 'rejected', details: 'not today' });

    await page.getByRole('button', { name: 'Publish' }).click();
    const question = page.getByRole('dialog', { name: 'Publish sell GBPUSD?' });
    await question.getByLabel('Why it is published although the checks refuse it').fill('agreed by phone');
    await question.getByRole('button', { name: 'Publish all the same' }).click();
    await page.getByText('GBPUSD sell is published.').waitFor();
    await page.getByText('override: agreed by phone').waitFor();
  });

  test('an update that waits is applied in spite of the checks with a reason, another one is dismissed', async () => {
    await room.say({ id: '10', text: 'XAGUSD BUY 30\nTP 33\nSL 28' });
    const { id } = (await read('XAGUSD')) ?? { id: '' };
    await browsing.api.ok('POST', `/api/signals/${id}/publish`, { body: {} });
    await room.say({ id: '11', text: 'Move SL to 27', replyTo: '10' });
    await room.say({ id: '12', text: 'Move SL to 26', replyTo: '10' });
    const page = await opened('/signals/updates?status=unresolved');
    await page.getByRole('link', { name: 'move the stop to 26' }).click();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('dialog', { name: 'Dismiss this update?' }).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('dismissed', { exact: true }).waitFor();

    await page.goto('/signals/updates?status=unresolved');
    await page.getByRole('link', { name: 'move the stop to 27' }).click();
    await page.getByText('The stop would move away from the entry.').waitFor();
    await page.locator('mark').waitFor();
    expect(await marks(page)).toEqual(['1 SL']);
    await looksRight(page, 'update');
    await page.getByRole('button', { name: 'Resolve' }).click();
    const question = page.getByRole('dialog', { name: 'Apply this update?' });
    await question.getByRole('button', { name: 'Apply' }).click();
    await question.getByLabel('Why it is applied although the checks refuse it').fill('the room is right');
    await looksRight(page, 'resolve');
    await question.getByRole('button', { name: 'Apply all the same' }).click();
    await page.getByText('applied', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'The one it is about' }).click();
    const standing = page.getByRole('region', { name: 'What updates have made of it' });
    await standing.getByText('27', { exact: true }).waitFor();
  });

  test('a text that is tried shows where in it everything was found, and what would become of it', async () => {
    const page = await opened('/signals/try');
    await page.getByRole('textbox', { name: 'Text' }).fill('XAUUSD BUY 4329\nTP 4334\nSL 4340');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('heading', { level: 2, name: /^Read as a signal, confidence/ }).waitFor();
    await page.getByText('The checks refuse it').waitFor();
    expect(await marks(page)).toEqual(['1 XAUUSD', '2 BUY', '3 4329', '4 4334', '5 4340']);
    expect(await page.locator('mark').last().getAttribute('title')).toBe('5 Stop: behind a label for the stop');
    expect(await page.getByRole('row', { name: /^Target 1/ }).innerText()).toMatch(/4\s*4334$/);
    await looksRight(page, 'try');
    await page.getByRole('textbox', { name: 'Text' }).fill('Good morning <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('It would be ignored: chatter').waitFor();
  });

  test('rules of a channel are tried, replayed over its history, saved, and brought back', async () => {
    const own = await signedChannel(browsing.api, 'Shiny room');
    await own.say({ id: '1', text: 'The shiny one: BUY 4400, SL 4390, TP 4410' });
    await own.say({ id: '2', text: 'Good morning' });
    const page = await opened('/signals/rules');
    await page.getByText('No channel has rules of its own').waitFor();
    await page.goto(`/signals/rules/${own.id}`);
    await page.getByRole('heading', { level: 1, name: 'Rules of Shiny room' }).waitFor();
    await looksRight(page, 'rules');
    await page.getByLabel('Names of its own for symbols').fill('the shiny one = XAUUSD');
    await page.getByText('There are changes that are not saved.').waitFor();
    await page.getByRole('tab', { name: 'Try them' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('The shiny one: BUY 4400, SL 4390, TP 4410');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page
      .getByRole('row', { name: /^Symbol/ })
      .getByText('XAUUSD')
      .waitFor();

    await page.getByRole('tab', { name: 'Replay' }).click();
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('heading', { level: 2, name: 'Read 2 messages, 1 otherwise' }).waitFor();
    const differences = page.getByRole('region', { name: 'Messages that are read otherwise' });
    await differences.getByText('signal: buy XAUUSD, entry 4400, stop 4390, targets 4410').waitFor();
    await looksRight(page, 'replay');

    await page.getByRole('tab', { name: 'Rules', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 1 is saved.').waitFor();
    await page.getByLabel('Names of its own for symbols').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 2 is saved.').waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Version 3, changed by').waitFor();
    await looksRight(page, 'rule-versions');
    await page.getByRole('tab', { name: 'Rules', exact: true }).click();
    const names = page.getByLabel('Names of its own for symbols');
    await expect.poll(async () => names.inputValue(), { timeout: 30_000 }).toBe('the shiny one = XAUUSD');
  });

  test('a template is learnt from examples and put among the rules', async () => {
    const page = await opened(`/signals/rules/${room.id}?tab=learn`);
    const examples = [
      ['EURUSD', 'buy', '1.1000', '1.0950', '1.1100'],
      ['GBPUSD', 'sell', '1.3000', '1.3050', '1.2900'],
      ['AUDUSD', 'buy', '0.6500', '0.6450', '0.6600'],
    ] as const;
    for (const [index, [symbol, side, entry, stop, target]] of examples.entries()) {
      const example = page.getByRole('region', { name: `Example ${index + 1}` });
      await example
        .getByLabel('Text')
        .fill(`#${symbol} :: ${side.toUpperCase()}\nZ> ${entry}\nX> ${stop}\nW> ${target}`);
      await example.getByLabel('Symbol').fill(symbol);
      await example.getByLabel('Entry').fill(entry);
      await example.getByLabel('Stop').fill(stop);
      await example.getByLabel('Targets').fill(target);
      if (side === 'buy') continue;
      await example.getByRole('combobox', { name: 'Side' }).click();
      await page.getByRole('option', { name: 'sell' }).click();
    }
    await page.getByRole('button', { name: 'Learn', exact: true }).click();
    const shape = page.getByRole('region', { name: 'Shape of the template' });
    await shape.getByText('[symbol]').waitFor();
    await looksRight(page, 'learn');
    await page.getByRole('button', { name: 'Put it among the rules' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 1 is saved.').waitFor();
    const { rules } = await browsing.api.ok<{ rules: { templates: readonly object[] } }>(
      'GET',
      `/api/parsers/${room.id}`,
    );
    expect(rules.templates).toHaveLength(1);
  });
});
