/**
 * What happens between two versions of a plugin, in this order. Up to `switching` nothing has changed for anybody, and a
 * hub that is killed comes up with the version before; from `watching` on the new one answers. The one write between the
 * two is the switch.
 */
export const moveSteps = [
  'staging',
  'starting',
  'migrating',
  'checking',
  'testing',
  'probing',
  'switching',
  'watching',
  'done',
  'failed',
] as const;
export type MoveStep = (typeof moveSteps)[number];

/** Why a move was given up, or why one back was begun. */
export interface MoveReason {
  /** Stable: `settings_migration`, `credential_test`, `contract`, `error_rate`, `interrupted`, … */
  readonly code: string;
  readonly message: string;
}

/** One way from a version to another, as it is stored. */
export interface PluginMove {
  readonly id: string;
  /** `automatic`: the hub itself goes back. */
  readonly kind: 'upgrade' | 'rollback' | 'automatic';
  readonly from: string;
  readonly to: string;
  readonly step: MoveStep;
  readonly by: string;
  /** ISO 8601, UTC, as all times here. */
  readonly startedAt: string;
  /** When the new version began to answer. */
  readonly switchedAt?: string;
  /** Until when the old version is kept warm and the new one watched. */
  readonly watchUntil?: string;
  readonly endedAt?: string;
  /** Of a move that failed: why. Of one back: what it is for. */
  readonly reason?: MoveReason;
  /** The version before, while it is watched: what share of its calls failed, 0 to 1. */
  readonly failedBefore?: number;
}

/** Whether this move has yet to come to its switch or be given up. */
export function isUnderWay({ step }: PluginMove): boolean {
  return step !== 'watching' && step !== 'done' && step !== 'failed';
}

/** Why a version other than the one that answers must stay on this machine; undefined when nothing speaks against it. */
export function neededFor(
  { move, previous }: { readonly move?: PluginMove; readonly previous?: { readonly version: string } } = {},
  version: string,
): string | undefined {
  if (move !== undefined && isUnderWay(move) && [move.from, move.to].includes(version)) {
    return `The plugin is on its way from ${move.from} to ${move.to}.`;
  }
  return previous?.version === version ? `It is what “rollback” goes back to.` : undefined;
}
