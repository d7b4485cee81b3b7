import { type Counterparty, type Reply, startCounterparty } from '@fairlead/sdk/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { eventually } from '../support/api.ts';

interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly budgetUsdPerDay: string | null;
}

const chat = (vendor: string) => ({ method: 'POST', path: `/${vendor}/chat/completions` });
const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15, cost: 0.000_25 };
const whole = (content: string): Reply => ({
  body: {
    id: 'gen-1',
    model: 'acme/one',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage,
  },
});
const chunk = (part: object) => `data: ${JSON.stringify({ id: 'gen-1', model: 'acme/one', ...part })}\n\n`;
const piece = (content: string) => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const ending = `${chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage })}data: [DONE]\n\n`;
const noCredit: Reply = { status: 402, body: { error: { code: 402, message: 'no credit' } } };

describe.skipIf(browserPath === undefined)('AI, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let vendor: Counterparty;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    vendor = cleanup.use(await startCounterparty());
    vendor.on({ method: 'GET', path: /\/key$/ }, { body: { data: { label: 'sk-test' } } });
    for (const name of ['first', 'second', 'third']) {
      await browsing.api.ok('POST', '/api/connections', {
        body: {
          plugin: 'ai-openrouter',
          name: `Account ${name}`,
          settings: { apiBase: `${vendor.url}/${name}`, flavour: 'openrouter' },
          allowedPrivateHosts: ['127.0.0.1'],
          secrets: { apiKey: `sk-test-${name}-0123456789abcdef` },
        },
      });
    }
  });

  afterAll(async () => cleanup.disposeAsync());

  const stored = async () =>
    (await browsing.api.ok<{ items: readonly Configuration[] }>('GET', '/api/ai/configurations')).items;
  const opened = async (path: string): Promise<Page> => {
    const page = await browsing.signedIn();
    await page.goto(path);
    return page;
  };
  const order = async (page: Page) =>
    page.locator('ol[aria-label="Configurations in order"] > li a[href^="/ai/"]').allInnerTexts();
  const ordered = async (page: Page, ...names: readonly string[]) => {
    await eventually(
      async () => order(page),
      (now) => now.join() === names.join(),
    );
    // Not only on the page.
    await eventually(
      async () => (await stored()).map(({ name }) => name),
      (now) => now.join() === names.join(),
    );
  };

  test('configurations are added one after the other, changed, and a name that is taken is refused where it stands', async () => {
    const page = await opened('/ai');
    await page.getByText('There are no AI configurations yet').waitFor();
    await looksRight(page, 'no-ai');
    for (const name of ['first', 'second', 'third']) {
      await page.getByRole('link', { name: 'Add a configuration' }).click();
      await page.getByLabel('Name').fill(`Model ${name}`);
      await page.getByRole('combobox', { name: 'Connection' }).click();
      await page.getByRole('option', { name: `Account ${name}` }).click();
      await page.getByRole('textbox', { name: 'Model', exact: true }).fill('acme/one');
      if (name === 'first') await looksRight(page, 'new-ai-configuration');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(`Model ${name} is added`).waitFor();
    }
    await ordered(page, 'Model first', 'Model second', 'Model third');
    await looksRight(page, 'ai-configurations');

    await page.getByRole('link', { name: 'Model second' }).click();
    await page.getByLabel('Budget a day').fill('5.00');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Model second is changed.').waitFor();
    expect((await stored())[1]?.budgetUsdPerDay).toBe('5.00');
    await page.getByLabel('Name').fill('Model first');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Another AI configuration has this name.').waitFor();
  });

  test('they are put in order by the keyboard, which keeps its place and says what came of it, and stay so after a reload', async () => {
    const page = await opened('/ai');
    await ordered(page, 'Model first', 'Model second', 'Model third');
    const handle = page.getByRole('button', { name: /^Move Model first: drag it/ });
    await handle.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Model first is number 2 of 3 now.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Model first is number 3 of 3 now.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Model first is the last already.').waitFor();
    await ordered(page, 'Model second', 'Model third', 'Model first');
    expect(await handle.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);

    const up = page.getByRole('button', { name: 'Move Model first up' });
    await up.focus();
    await page.keyboard.press('Enter');
    await ordered(page, 'Model second', 'Model first', 'Model third');
    expect(await up.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await page.reload();
    await ordered(page, 'Model second', 'Model first', 'Model third');
  });

  test('they are put in order by dragging, which Escape takes back, and stay so after a reload', async () => {
    const page = await opened('/ai');
    await ordered(page, 'Model second', 'Model first', 'Model third');
    const middle = async (name: string) => {
      const box = await page.getByRole('button', { name: new RegExp(`^Move ${name}: drag it`) }).boundingBox();
      if (box === null) throw new Error(`${name} has no handle.`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await middle('Model third'), await middle('Model second')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await eventually(
      async () => order(page),
      (now) => now.join() === 'Model third,Model second,Model first',
    );
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await ordered(page, 'Model second', 'Model first', 'Model third');

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    await page.getByText('Model third is number 1 of 3 now.').waitFor();
    await ordered(page, 'Model third', 'Model second', 'Model first');
    await page.reload();
    await ordered(page, 'Model third', 'Model second', 'Model first');
  });

  test('a question goes to the next when the first has no credit; who answered, what it cost and who rests is shown', async () => {
    vendor.once(chat('third'), noCredit);
    vendor.once(chat('second'), {
      headers: { 'content-type': 'text/event-stream' },
      body: piece('Salve, ') + piece('<b>munde</b>!') + ending,
    });
    const page = await opened('/ai/ask');
    await page.getByLabel('Question').fill('Say hello in Latin.');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Salve, <b>munde</b>!').waitFor();
    await page.getByText('Answered by Model second (acme/one), 15 tokens, 0.00025 USD.').waitFor();
    await looksRight(page, 'ask');

    await page.getByRole('link', { name: 'Configurations' }).click();
    const third = page.getByRole('listitem').filter({ hasText: 'Model third' });
    await third.getByText('resting').waitFor();
    await third.getByText('quota_exhausted').waitFor();
    vendor.once(chat('third'), whole('ready'));
    await page.getByRole('button', { name: 'Test Model third' }).click();
    await page.getByText('Model third answers “ready”').waitFor();
    await third.getByText('● ready').waitFor();

    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByText('Model third (acme/one): quota_exhausted').waitFor();
    await looksRight(page, 'ai-calls');
    await page.getByRole('link', { name: 'Usage and cost' }).click();
    const line = page.getByRole('row', { name: /^Model second/ });
    await line.getByText('0.00025').waitFor();
    await page.getByText('1 × quota_exhausted').waitFor();
    await looksRight(page, 'ai-usage');
  });

  test('one is removed after a question', async () => {
    const page = await opened('/ai');
    const third = page.getByRole('listitem').filter({ hasText: 'Model third' });
    await third.getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('dialog', { name: 'Remove the configuration Model third?' });
    await question.getByRole('button', { name: 'Remove' }).click();
    await ordered(page, 'Model second', 'Model first');
  });
});
