import type { FlowConnections } from '@fairlead/core/flow-api';
import type { Clock } from '@fairlead/sdk';

/** How long what is known of a connection may be used: asking takes a few reads of the database. */
const standingMs = 1_000;

type Operation = Parameters<FlowConnections['standing']>[1];

/** Whether connections can be asked, as of a second ago at most. */
export interface ConnectionGate {
  /** Undefined when it may be asked, else why not. */
  refusal(connection: string, operation: Operation): Promise<string | undefined> | string | undefined;
  forget(connection: string): void;
}

export function createConnectionGate(connections: Pick<FlowConnections, 'standing'>, clock: Clock): ConnectionGate {
  const known = new Map<string, { readonly untilMs: number; readonly refusal: string | undefined }>();
  return {
    refusal(connection, operation) {
      const key = `${connection} ${operation.name}`;
      const found = known.get(key);
      if (found !== undefined && found.untilMs > clock.monotonic()) return found.refusal;
      return connections.standing(connection, operation).then((standing) => {
        const refusal = standing === undefined ? 'connection_inactive' : standing.open ? undefined : 'lane_open';
        known.set(key, { untilMs: clock.monotonic() + standingMs, refusal });
        // A breaker closes when a call goes through. So one call a second asks the guard, whose refusal costs nothing.
        return refusal === 'lane_open' ? undefined : refusal;
      });
    },
    forget(connection) {
      for (const key of known.keys()) if (key.startsWith(`${connection} `)) known.delete(key);
    },
  };
}
