import { HubCallError, type HubClient } from '../client/hub-client.ts';
import { confirm } from './ask.ts';
import { CommandError } from './command-error.ts';
import type { Output } from './output.ts';

export interface ConsentOptions {
  /** Agrees to whatever is shown, without being asked. */
  readonly agree?: boolean;
}

interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface Changes {
  readonly from: string;
  readonly to: string;
  readonly permissions: Difference;
  readonly egress: Difference;
  readonly secrets: Difference;
  readonly settingsVersion: { readonly from: number; readonly to: number };
  readonly breakingChanges: readonly { readonly version: string; readonly text: string }[];
}

interface Asks {
  readonly packageName: string;
  readonly source: string;
  readonly version: string;
  readonly permissions: readonly string[];
  readonly egress: readonly string[];
  readonly secrets: readonly string[];
}

/** What each permission lets a plugin do, in a few words. */
const meanings: Readonly<Record<string, string>> = {
  childProcesses: 'start other programs, which nothing watches or limits',
  nativeAddons: 'load compiled code, which can do all that the hub’s user can',
  workers: 'start threads, whose limits code that means harm can lift',
};

/**
 * Does something that an admin may have to agree to: shows what it is about, asks, and does it again with the digest.
 * @throws CommandError when it is not agreed to
 */
export async function withConsent<Result>(
  hub: HubClient,
  request: { readonly path: string; readonly body: object },
  { agree = false }: ConsentOptions,
  output: Output,
): Promise<Result> {
  try {
    return await hub.post<Result>(request.path, request.body);
  } catch (error) {
    if (!(error instanceof HubCallError) || error.code !== 'consent_required') throw error;
    const { consent, changes, asks, boundTo } = error.details as {
      consent: string;
      changes?: Changes;
      asks?: Asks;
      boundTo?: { packageName: string; source: string };
    };
    for (const line of changes === undefined ? asksText(asks, boundTo) : changesText(changes)) output.note(line);
    if (!agree && !(await confirm('Do you agree to this?', '--agree')))
      throw new CommandError('It was not agreed to. Nothing has changed.');
    return hub.post<Result>(request.path, { ...request.body, consent });
  }
}

function asksText(asks: Asks | undefined, boundTo: { packageName: string; source: string } | undefined): string[] {
  if (asks === undefined) return [];
  const { packageName, source, version, permissions, egress, secrets } = asks;
  return [
    `${packageName} ${version} (${source})`,
    ...(boundTo === undefined
      ? []
      : [
          `  takes the place of ${boundTo.packageName} (${boundTo.source}); all secrets of its connections are deleted`,
        ]),
    ...permissions.map((name) => `  wants to ${meanings[name] ?? name} (${name})`),
    `  reaches: ${egress.length === 0 ? 'nothing' : egress.join(', ')}`,
    `  is given the secrets: ${secrets.length === 0 ? 'none' : secrets.join(', ')}`,
  ];
}

function changesText({ from, to, permissions, egress, secrets, settingsVersion, breakingChanges }: Changes): string[] {
  const lines = (sign: string, what: string, names: readonly string[]) =>
    names.map((name) => `  ${sign} ${what} ${name}`);
  return [
    `${from} → ${to}`,
    ...permissions.added.map((name) => `  + permission ${name}: ${meanings[name] ?? name}`),
    ...lines('-', 'permission', permissions.removed),
    ...lines('+', 'reaches', egress.added),
    ...lines('-', 'reaches', egress.removed),
    ...lines('+', 'secret', secrets.added),
    ...lines('-', 'secret', secrets.removed),
    ...(settingsVersion.from === settingsVersion.to
      ? []
      : [`  settings are taken from version ${settingsVersion.from} to ${settingsVersion.to}`]),
    ...breakingChanges.map(({ version, text }) => `  ! ${version}: ${text}`),
  ];
}
