import { channel } from '@fairlead/sdk';
import { type Counterparty, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, pagePath, pageRequests, serve, serveRobots, start } from './support.ts';

let vendor: Counterparty;
beforeEach(async () => {
  vendor = await startCounterparty();
  serveRobots(vendor, undefined);
});
afterEach(() => vendor.dispose());

async function test(settings: Record<string, unknown> = {}) {
  await using hub = await start(vendor, settings);
  return await hub.invoke(channel.testCredentials, {});
}

describe('testCredentials', () => {
  it('gives address and title, and says how many items were found', async () => {
    const full = { id: 'a', title: 'A', link: '/a', date: '2026-01-01', author: 'Ada', text: 'one' };
    serve(vendor, page([full, { ...full, id: 'b' }], { next: '/news/2' }));
    expect(await test()).toEqual({
      account: { id: vendor.url + pagePath, label: 'News' },
      mode: 'unknown',
      warnings: ['2 items were found.'],
    });
    expect(pageRequests(vendor)).toHaveLength(1);
  });

  it('says which fields were empty, in how many items, and what could not be read', async () => {
    serve(
      vendor,
      page([{ id: 'a', title: 'A', date: 'soon' }, { id: 'b', text: 'two', date: '2026-01-01' }, { id: 'c' }]),
    );
    expect((await test()).warnings).toEqual([
      '3 items were found.',
      'The date cannot be read in 1 of them.',
      'The text is empty in 2 of them.',
      'The title is empty in 2 of them.',
      'The link is empty in all of them.',
      'The date is empty in 1 of them.',
      'The author is empty in all of them.',
      'No link to a next page was found.',
    ]);
  });

  it('says nothing of fields that the settings do not ask for', async () => {
    serve(vendor, page([{ text: 'one' }]));
    const { warnings } = await test({
      idSelector: undefined,
      titleSelector: undefined,
      linkSelector: undefined,
      dateSelector: undefined,
      authorSelector: undefined,
      nextPageSelector: undefined,
    });
    expect(warnings).toEqual(['1 item was found.']);
  });

  it('warns of a form to sign in, of a page without items, and of a redirect, without showing a query', async () => {
    serve(vendor, '<form><input type="password"></form>');
    expect((await test()).warnings).toEqual(
      expect.arrayContaining(['0 items were found.', expect.stringMatching(/sign in/)]),
    );
    serve(vendor, '<p>nothing</p>');
    expect((await test()).warnings).toEqual(expect.arrayContaining([expect.stringMatching(/matches nothing/)]));
    vendor.on({ path: pagePath }, { status: 302, headers: { location: '/login?token=s3cret' } });
    vendor.on({ path: '/login' }, { body: '<p>nothing</p>' });
    const answer = await test();
    expect(answer.warnings?.[0]).toBe(`The page redirects to ${vendor.url}/login?….`);
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });

  it('fails when robots.txt forbids the page, or a selector is none', async () => {
    serve(vendor, page([]));
    expect(await failureOf(test({ itemSelector: 'a[' }))).toMatchObject({ code: 'settings_invalid' });
    serveRobots(vendor, 'User-agent: *\nDisallow: /');
    expect(await failureOf(test())).toMatchObject({
      code: 'settings_invalid',
      message: expect.stringMatching(/robots/),
    });
  });
});
