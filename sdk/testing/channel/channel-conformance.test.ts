import { describe, expect, it } from 'vitest';
import { runChecks } from '../conformance/check.ts';
import { channelChecks, channelConformance } from './channel-conformance.ts';
import { type Defect, lettersManifest, lettersPlugin, lettersVendor } from './letters.fixture.ts';

const subject = { plugin: lettersPlugin(), manifest: lettersManifest, vendor: lettersVendor };

channelConformance({ name: 'channel-letters', ...subject });

/** For each defect the check that has to find it, and what it has to say. */
const table: readonly (readonly [Defect, string, RegExp])[] = [
  ['standing cursor', 'fetch: a poll when nothing has changed gives nothing, however often', /Message number/],
  ['cursor in memory', 'fetch: the same cursor gives the same messages again', /strictly deep-equal/],
  [
    'limit ignored',
    'fetch: a limit is kept, and the rest comes with the next polls, each message once',
    /5 messages at a limit of 2/,
  ],
  ['newest first', 'fetch: the first poll gives what there is, oldest first, as created', /Message number/],
  ['edit as new', 'fetch: an edit has the id of its message and a revision of its own', /m1-3/],
  [
    'revision repeated',
    'fetch: an edit has the id of its message and a revision of its own',
    /two revisions are the same/,
  ],
  ['deletion with text', 'fetch: a deletion has the id of its message and no text', /Message number 1/],
  [
    'rate limit as failure',
    'fetch: a rate limit is class rate_limited with the wait that the vendor asked for',
    /is of class unavailable/,
  ],
  ['refusal as failure', 'testCredentials: refused credentials are class auth', /is of class unavailable/],
  ['garbage as silence', 'fetch: an answer in no known form is class unavailable', /as if nothing were wrong/],
  [
    'signal ignored',
    'fetch: no answer within the deadline is a timeout, and the plugin stops waiting',
    /ignores call\.signal/,
  ],
  [
    'raw errors',
    'fetch: an answer that is odd in one place never makes the plugin stumble',
    /plugin_threw|output_invalid/,
  ],
  ['sends again', 'send: a failure of the vendor is class unavailable', /sent again by itself/],
  ['sends again', 'send: a broken connection is class unavailable', /sent again by itself/],
  ['refusal thrown', 'send: a refusal is an answer, not an error', /vendor_rejected/],
  ['believes all', 'receive: a body with any one byte changed is not believed', /believed/],
  ['believes all', 'receive: a request without the header x-letter-signature is not believed', /believed/],
  ['random keys', 'receive: the same bytes twice give the same events, another message another key', /deep-equal/],
  [
    'secret in log',
    'fetch: the first poll gives what there is, oldest first, as created',
    /A secret can be read in its log/,
  ],
  ['secret in error', 'fetch: refused credentials are class auth', /A secret can be read in an error/],
];

describe('a plugin that is wrong', () => {
  it.each(table)('by “%s” fails the check “%s”', async (defect, title, reason) => {
    const checks = channelChecks({ ...subject, plugin: lettersPlugin(defect) }).filter(
      (check) => check.title === title,
    );
    expect(checks).toHaveLength(1);
    const failures = await runChecks(checks);
    expect(failures.map((failure) => failure.message)).toEqual([expect.stringMatching(reason)]);
  });
});

it('checks only what the manifest declares', () => {
  const { fetch: _fetch, send: _send, ...operations } = lettersManifest.capabilities['channel']?.operations ?? {};
  const manifest = { ...lettersManifest, capabilities: { channel: { version: 1, operations } } };
  const titles = channelChecks({ ...subject, manifest }).map(({ title }) => title.split(':')[0]);
  expect(new Set(titles)).toEqual(new Set(['receive', 'testCredentials']));
});
