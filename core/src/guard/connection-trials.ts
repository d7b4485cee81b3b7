import type { ChangeTry, NewTry, UnsavedConnection, UnsavedConnections } from '../connections/index.ts';
import type { Redactor } from '../vault/index.ts';
import type { LinesDependencies, Revealed } from './lines.ts';
import { openTrial, type Trial, type TrialDependencies } from './trial.ts';
import { createTrialMemory } from './trial-memory.ts';

/** A connection as it would be saved, on the version of its plugin that answers. */
export interface ConnectionTrial extends Trial {
  readonly plugin: string;
}

/** Tries connections before they are saved. Nothing is stored, and nothing of a stored one is touched. */
export interface ConnectionTrials {
  /**
   * @throws HubError `invalid_request` as making it would; FairleadError `plugin_not_running`, or what the plugin threw
   */
  openNew(connection: NewTry): Promise<ConnectionTrial>;
  /**
   * A change of a stored one, paused or not: what is stored is not called.
   * @throws HubError as changing it would; FairleadError `credentials_locked` and as above
   */
  openChange(
    id: string,
    patch: ChangeTry,
    options: { readonly expectedVersion?: number | undefined },
  ): Promise<ConnectionTrial>;
}

export interface ConnectionTrialsDependencies extends TrialDependencies {
  readonly unsaved: UnsavedConnections;
  readonly plugins: LinesDependencies['plugins'];
  readonly redactor: Pick<Redactor, 'register' | 'release'>;
  /** Opens what was revealed. @throws FairleadError `settings_invalid` */
  readonly opened: (revealed: UnsavedConnection['revealed']) => Revealed;
}

/** A process may still print what it was given when the try is over. */
const redactedForMs = 60_000;

export function createConnectionTrials(dependencies: ConnectionTrialsDependencies): ConnectionTrials {
  const { unsaved, plugins, redactor, clock, opened } = dependencies;

  const open = async (candidate: UnsavedConnection): Promise<ConnectionTrial> => {
    const { id, changes, name, plugin, allowedPrivateHosts } = candidate;
    const owner = `trial/${id}`;
    const memory = createTrialMemory({ clock, remember: (secret) => redactor.register(owner, secret) });
    const forget = () => {
      clock.schedule(redactedForMs, () => {
        candidate.forget();
        redactor.release(owner);
      });
    };
    try {
      const trial = await openTrial(dependencies, {
        connection: { id, name, allowedPrivateHosts, ...(changes === undefined ? {} : { webhooksOf: changes }) },
        plugin: plugins.running(plugin),
        reveal: async () => opened(candidate.revealed),
        memory: { state: () => memory.state, secrets: () => memory.secrets },
      });
      return {
        plugin,
        call: trial.call.bind(trial),
        async [Symbol.asyncDispose]() {
          forget();
          await trial[Symbol.asyncDispose]();
        },
      };
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    openNew: async (connection) => open(await unsaved.create(connection)),
    openChange: async (id, patch, options) => open(await unsaved.change(id, patch, options)),
  };
}
