import { describe, expect, it } from 'vitest';
import { runChecks } from '../conformance/check.ts';
import { aiProviderChecks, aiProviderConformance } from './ai-provider-conformance.ts';
import { type Defect, oracleManifest, oraclePlugin, oracleVendor } from './oracle.fixture.ts';

const subject = { plugin: oraclePlugin(), manifest: oracleManifest, vendor: oracleVendor };

aiProviderConformance({ name: 'ai-oracle', ...subject });

const whole = 'stream: the same text as in one piece, and exactly one end, which is the last part';
const leaving = 'stream: whoever leaves in the middle closes the connection to the vendor';

/** For each defect the check that has to find it, and what it has to say. */
const table: readonly (readonly [Defect, string, RegExp])[] = [
  ['text trimmed', 'complete: the text is the vendor’s, letter for letter', /The answer/],
  [
    'asked model named',
    'complete: an answer names the model that gave it, why it ended, and what it took',
    /the model that answered/,
  ],
  ['usage made up', 'complete: what the vendor does not say of usage is not made up', /promptTokens: 0/],
  ['cost as float', 'complete: the cost is the vendor’s, digit by digit', /0\.0012345678901234/],
  ['cost as float', 'stream: the cost is the vendor’s, digit by digit', /what it took/],
  ['always whole', 'complete: an answer that ended by “length” says so, and has the text so far', /length/],
  ['always whole', 'stream: a stream that ended by “filtered” says so', /why it ended/],
  ['asks twice', 'complete: the vendor is asked once, for what was given', /more than once/],
  ['asks twice', 'complete: a failure of the vendor (500) is class unavailable', /asked again by itself/],
  ['temperature of its own', 'complete: what was not given is left to the vendor', /nobody had said/],
  ['schema dropped', 'complete: an answer schema is passed on as it is', /undefined/],
  ['one answer for all', 'complete: calls at the same time get their own answers', /question 1/],
  ['end told twice', whole, /2 ends were told/],
  ['end not told', whole, /0 ends were told/],
  ['torn characters', 'stream: however its bytes arrive', /the text/],
  ['read whole', 'stream: text is given before the vendor has come to an end', /nothing was given/],
  [
    'cut as end',
    'stream: a stream that was closed without its end is class unavailable, and no end is told',
    /as if nothing were wrong/,
  ],
  [
    'failure as end',
    'stream: a failure in the middle is class unavailable, and no end is told',
    /as if nothing were wrong/,
  ],
  ['failure as text', 'complete: a failure inside an answer is class unavailable', /as if nothing were wrong/],
  ['silence as answer', 'complete: an answer without a choice is answer_unreadable', /as if nothing were wrong/],
  ['rate limit as failure', 'stream: a rate limit with a wait (429) is class rate_limited', /of class unavailable/],
  ['rate limit as failure', 'stream: a rate limit inside an answer is class rate_limited', /of class unavailable/],
  ['credit as rate limit', 'complete: an account without credit (402) is quota_exhausted', /of class rate_limited/],
  ['wait made up', 'complete: a rate limit without a wait (429) is class rate_limited', /retryAfterMs/],
  [
    'refusal as bug',
    'complete: a request that the vendor does not take (400) is class config or rejected',
    /of class plugin_bug/,
  ],
  ['garbage as silence', 'complete: JSON that breaks off is class unavailable', /as if nothing were wrong/],
  [
    'signal ignored',
    'complete: no answer within the deadline is a timeout, and closes the connection to the vendor',
    /ignores call\.signal/,
  ],
  [
    'signal ignored',
    'stream: a caller that gives up is cancelled, and closes the connection to the vendor',
    /still open/,
  ],
  ['left open', leaving, /still open/],
  [
    'raw errors',
    'complete: an answer that is odd in one place never makes the plugin stumble',
    /plugin_threw|output_invalid/,
  ],
  [
    'raw errors',
    'stream: an answer that is odd in one place never makes the plugin stumble',
    /plugin_threw|output_invalid/,
  ],
  ['test that costs', 'testCredentials: names the account without asking a model', /a model was asked/],
  ['models twice', 'listModels: names each model once', /named twice/],
  ['secret in log', 'complete: the text is the vendor’s, letter for letter', /A secret can be read in its log/],
  ['secret in error', 'complete: refused credentials (401) is class auth', /A secret can be read in an error/],
];

describe('a plugin that is wrong', () => {
  it.each(table)('by “%s” fails the check “%s”', async (defect, title, reason) => {
    const checks = aiProviderChecks({ ...subject, plugin: oraclePlugin(defect) }).filter(
      (check) => check.title === title,
    );
    expect(checks).toHaveLength(1);
    const failures = await runChecks(checks);
    expect(failures.map((failure) => failure.message)).toEqual([expect.stringMatching(reason)]);
  });
});

it('checks only what the manifest declares', () => {
  const operations = { complete: {}, testCredentials: {} };
  const manifest = { ...oracleManifest, capabilities: { 'ai-provider': { version: 1, operations } } };
  const titles = aiProviderChecks({ ...subject, manifest }).map(({ title }) => title.split(':')[0]);
  expect(new Set(titles)).toEqual(new Set(['complete', 'testCredentials']));
});
