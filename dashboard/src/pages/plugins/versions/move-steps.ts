import type { Plugin } from '../use-plugins.ts';

type Step = NonNullable<Plugin['upgrade']>['step'];

const texts: { readonly [Key in Step]: string } = {
  staging: 'getting ready',
  starting: 'starting the new version',
  migrating: 'taking the settings along',
  checking: 'checking the settings',
  testing: 'testing the credentials of its connections',
  probing: 'trying it out',
  switching: 'switching over',
  watching: 'it answers, and is watched: where it does worse, the hub goes back by itself',
  done: 'it answers',
  failed: 'nothing has changed',
};

/** What happens between two versions, in words. */
export function stepText(step: Step): string {
  return texts[step];
}
