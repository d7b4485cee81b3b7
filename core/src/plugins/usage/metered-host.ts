import type { HostedPlugin, PluginHost } from '../host/plugin-host.ts';
import { PluginStartError } from '../plugin-fault.ts';
import type { MeteredRun, PluginMeter } from './plugin-meter.ts';

/** The same host; starts, ends and use of what it runs are counted. */
export function meteredHost(host: PluginHost, meter: Pick<PluginMeter, 'started' | 'failed'>): PluginHost {
  return {
    kind: host.kind,
    accepts: (plugin) => host.accepts(plugin),
    async start(plugin, options) {
      let run: MeteredRun | undefined;
      let early: string | undefined;
      const onExit: typeof options.onExit = (fault) => {
        if (run === undefined) early = fault.code;
        else run.exited(fault.code);
        options.onExit(fault);
      };
      try {
        const hosted = await host.start(plugin, { ...options, onExit });
        run = meter.started(plugin, hosted);
        if (early !== undefined) run.exited(early);
        return metered(hosted, run);
      } catch (error) {
        // Nobody waits for it any more: that is no failure of the plugin.
        if (!options.signal.aborted) meter.failed(plugin, codeOf(error));
        throw error;
      }
    },
  };
}

function metered(hosted: HostedPlugin, run: MeteredRun): HostedPlugin {
  return {
    running: hosted.running,
    usage: () => hosted.usage(),
    async stop() {
      await hosted.stop();
      run.ended();
    },
    async retire(withinMs) {
      await hosted.retire(withinMs);
      run.ended();
    },
  };
}

function codeOf(error: unknown): string {
  return (error instanceof PluginStartError ? error.faults[0]?.code : undefined) ?? 'crashed';
}
