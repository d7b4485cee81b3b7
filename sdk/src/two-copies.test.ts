import { describe, expect, it } from 'vitest';
import * as errors from './errors/fairlead-error.ts';
import { definePlugin, isPlugin } from './plugin/define-plugin.ts';
import { defineSettings } from './plugin/settings.ts';
import { isSecret, Secret } from './values/secret.ts';
import { closedObject } from './wire/types.ts';

// A query makes another instance of a module, as a second copy of the SDK in a plugin's node_modules would be.
const other = {
  errors: (await import('./errors/fairlead-error.ts?copy' as string)) as typeof errors,
  plugin: (await import('./plugin/define-plugin.ts?copy' as string)) as { definePlugin: typeof definePlugin },
  secret: (await import('./values/secret.ts?copy' as string)) as { Secret: typeof Secret; isSecret: typeof isSecret },
};
const settings = defineSettings(closedObject({}));

describe('two loaded copies of the SDK', () => {
  it('are two', () => {
    expect(other.secret.Secret).not.toBe(Secret);
    expect(other.errors.FairleadError).not.toBe(errors.FairleadError);
    expect(other.plugin.definePlugin).not.toBe(definePlugin);
  });

  it('recognise and reveal each other’s secrets', () => {
    const [mine, theirs] = [new Secret('mine'), new other.secret.Secret('theirs')];
    expect(isSecret(theirs) && theirs.reveal()).toBe('theirs');
    expect(other.secret.isSecret(mine) && mine.reveal()).toBe('mine');
    expect(theirs).not.toBeInstanceOf(Secret);
  });

  it('recognise each other’s errors with class and code', () => {
    const theirs: unknown = new other.errors.FairleadError('rate_limited', { retryAfterMs: 5 });
    expect(theirs).not.toBeInstanceOf(errors.FairleadError);
    expect(errors.isFairleadError(theirs)).toBe(true);
    expect(errors.isFairleadError(theirs, 'rate_limited')).toBe(true);
    expect(errors.isFairleadError(theirs, 'auth')).toBe(false);
    expect(errors.hasCode(theirs, 'rate_limited')).toBe(true);
    expect(other.errors.isFairleadError(new errors.FairleadError('timeout'))).toBe(true);
  });

  it('recognise each other’s plugins', () => {
    expect(isPlugin(other.plugin.definePlugin({ id: 'channel-other', settings })({ capabilities: {} }))).toBe(true);
    expect(isPlugin({ id: 'channel-other', settings, capabilities: {} })).toBe(false);
  });
});
