import type { FlowServices, IncidentReport, OutboxEvent, Repository } from '@fairlead/core/flow-api';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import { type CoolDowns, createCoolDowns, type StandingChange } from './cool-downs.ts';
import { newStanding, standingCollection, type StandingState } from './standing-state.ts';
import { incidentOfBudget, incidentOfRest, restIncidentCodes, subjectOf, budgetIncidentCode } from './incidents.ts';

/** Cool-downs that are kept, told of, and shared with other processes by way of the database. */
export interface Standings extends CoolDowns {
  /** Takes over what others wrote since; all of it at the start. */
  load(): Promise<void>;
  /** Tells once a day that a budget is used up. */
  budgetIsUsedUp(known: KnownConfiguration, day: string): void;
  /** Another day, or another budget. Repeating it is harmless. */
  budgetIsBack(configuration: string): void;
  /** Resolves when what was found is on the disk. */
  settled(): Promise<void>;
}

export interface StandingsOptions {
  readonly services: Pick<FlowServices, 'clock' | 'event' | 'incidents' | 'log' | 'repository'>;
  /** What is known of a configuration now; undefined for one that was removed. */
  readonly find: (id: string) => KnownConfiguration | undefined;
}

interface Change {
  readonly state: StandingState;
  readonly events: readonly OutboxEvent[];
}

export function createStandings({ services, find }: StandingsOptions): Standings {
  const { clock, event, incidents, log } = services;
  const repository: Repository<StandingState> = services.repository(standingCollection);
  const versions = new Map<string, number>();
  /** By configuration, the writes under way: one after the other. */
  const writing = new Map<string, Promise<void>>();
  const toldOn = new Map<string, string>();

  const write = async (id: string, change: (state: StandingState) => Change | undefined) => {
    if ((await repository.get(id)) === undefined) {
      await repository.commit({ id, state: newStanding }, 0).catch(() => undefined);
    }
    const stored = await repository.update(id, change);
    if (stored !== undefined) versions.set(id, stored.version);
  };
  /** Nobody waits for it: what holds is in memory, and a write that fails costs a few calls after a restart. */
  const soon = (id: string, action: () => Promise<void>) => {
    const after = (writing.get(id) ?? Promise.resolve()).then(action).catch((error: unknown) => {
      log.error('How an AI configuration stands could not be written.', { configuration: id, error });
    });
    writing.set(id, after);
    void after.then(() => {
      if (writing.get(id) === after) writing.delete(id);
    });
  };
  const raise = (report: IncidentReport | undefined) => (report === undefined ? undefined : incidents.raise(report));
  const head = ({ id, name, connection, model }: KnownConfiguration) => ({
    configuration: id,
    name,
    connection,
    model,
  });

  const eventsOf = (known: KnownConfiguration | undefined, change: StandingChange): readonly OutboxEvent[] => {
    if (known === undefined) return [];
    switch (change.kind) {
      case 'rests': {
        const { kind, code, level, untilMs } = change.rest;
        const until = new Date(untilMs).toISOString();
        return [event('ai.configuration_cooled', known.id, { ...head(known), kind, code, level, until })];
      }
      case 'works': {
        const { kind, code } = change.before;
        return [event('ai.configuration_recovered', known.id, { ...head(known), kind, code })];
      }
      case 'forgotten':
        return [];
    }
  };
  const coolDowns = createCoolDowns({
    clock,
    changed(id, change) {
      const known = find(id);
      const rest = change.kind === 'rests' ? change.rest : null;
      const events = eventsOf(known, change);
      soon(id, async () => {
        await write(id, (state) => ({ state: { ...state, rest }, events }));
        if (rest === null) for (const code of restIncidentCodes) await incidents.resolve(subjectOf(id), code);
        else if (known !== undefined) await raise(incidentOfRest(known, rest));
      });
    },
  });
  return {
    ...coolDowns,
    async load() {
      for await (const { id, version, state } of repository.scan()) {
        // What is being written, or was since this was read, is newer.
        if ((versions.get(id) ?? 0) >= version || writing.has(id)) continue;
        versions.set(id, version);
        if (state.budgetToldOn !== null) toldOn.set(id, state.budgetToldOn);
        coolDowns.adopt(id, state.rest);
      }
    },
    budgetIsUsedUp(known, day) {
      if (toldOn.get(known.id) === day) return;
      toldOn.set(known.id, day);
      const data = { ...head(known), day, budgetUsdPerDay: known.budgetUsdPerDay ?? '0' };
      const events = [event('ai.budget_used_up', known.id, data)];
      soon(known.id, async () => {
        await write(known.id, (state) =>
          state.budgetToldOn === day ? undefined : { state: { ...state, budgetToldOn: day }, events },
        );
        await raise(incidentOfBudget(known, day));
      });
    },
    budgetIsBack(configuration) {
      if (!toldOn.delete(configuration)) return;
      soon(configuration, async () => {
        await write(configuration, (state) => ({ state: { ...state, budgetToldOn: null }, events: [] }));
        await incidents.resolve(subjectOf(configuration), budgetIncidentCode);
      });
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing.values());
    },
  };
}
