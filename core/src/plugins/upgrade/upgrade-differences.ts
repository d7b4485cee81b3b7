import { gt, lte, rcompare } from 'semver';
import { HubError } from '../../errors/index.ts';
import type { IdentifiedPackage } from '../discovery/assign-ids.ts';
import type { PluginAgreement } from '../plugin-record.ts';
import { asksOf, digestOf } from './plugin-asks.ts';

export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What another version of a plugin would change, for an admin to see before it happens. */
export interface UpgradeDifferences {
  readonly plugin: string;
  readonly from: string;
  readonly to: string;
  /** Added: what has not been agreed to. */
  readonly permissions: Difference;
  /** Added: hosts that no entry of before covers. */
  readonly egress: Difference;
  readonly secrets: Difference;
  readonly settingsVersion: { readonly from: number; readonly to: number };
  /** What its author says of each version on the way, the newest first. */
  readonly breakingChanges: readonly { readonly version: string; readonly text: string }[];
  /** What has to be given as `consent`; null when nothing has to be agreed to. */
  readonly consent: string | null;
}

export function differencesOf(
  from: IdentifiedPackage,
  to: IdentifiedPackage,
  agreed: PluginAgreement | undefined,
): UpgradeDifferences {
  const before = asksOf(from);
  const after = asksOf(to);
  const granted = from.source === 'release' ? before.permissions : Object.keys(agreed?.permissions ?? {});
  const shown = {
    plugin: from.id,
    from: from.version,
    to: to.version,
    permissions: {
      added: after.permissions.filter((name) => !granted.includes(name)),
      removed: before.permissions.filter((name) => !after.permissions.includes(name)),
    },
    egress: {
      added: after.egress.filter((host) => !before.egress.some((known) => covers(known, host))),
      removed: before.egress.filter((host) => !after.egress.some((known) => covers(known, host))),
    },
    secrets: difference(before.secrets, after.secrets),
    settingsVersion: { from: from.manifest?.settingsVersion ?? 1, to: to.manifest?.settingsVersion ?? 1 },
    breakingChanges: breakingChanges(from, to),
  };
  const { permissions, egress, secrets } = shown;
  const isWider = [permissions, egress, secrets].some(({ added }) => added.length > 0);
  const isBreaking = shown.breakingChanges.length > 0;
  return { ...shown, consent: isWider || isBreaking ? digestOf(shown) : null };
}

/** @throws HubError `consent_required` with the differences */
export function requireConsent(differences: UpgradeDifferences, consent: string | undefined): void {
  if (differences.consent === null || differences.consent === consent) return;
  const hint = consent === undefined ? '' : ' What was agreed to is not what changes now.';
  const { plugin, from, to } = differences;
  throw new HubError('consent_required', {
    detail: `Version ${to} of “${plugin}” asks for more than ${from}, or breaks something: agree to what changes.${hint}`,
    details: { consent: differences.consent, changes: differences },
  });
}

function difference(before: readonly string[], after: readonly string[]): Difference {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  };
}

/** Whether an entry of `egress` allows all that another does. */
function covers(known: string, host: string): boolean {
  if (known === host) return true;
  const isPublicName = host !== 'loopback' && !host.startsWith('{');
  if (known === '*') return isPublicName;
  return known.startsWith('*.') && isPublicName && host !== '*' && host.endsWith(known.slice(1));
}

function breakingChanges(from: IdentifiedPackage, to: IdentifiedPackage) {
  return Object.entries(to.manifest?.breakingChanges ?? {})
    .filter(([version]) => isOnTheWay(version, from.version, to.version))
    .toSorted(([left], [right]) => rcompare(left, right))
    .map(([version, text]) => ({ version, text }));
}

function isOnTheWay(version: string, from: string, to: string): boolean {
  try {
    return gt(version, from) && lte(version, to);
  } catch {
    // Not a version: shown always, for want of a better place.
    return true;
  }
}
