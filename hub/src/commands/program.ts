import { Command, CommanderError } from 'commander';
import { addAccess } from './access-commands.ts';
import { addAudit } from './audit-commands.ts';
import { addAuthoring } from './authoring-commands.ts';
import { endWithReader } from './closed-pipe.ts';
import type { NewConnection } from './connections.ts';
import { collect, command, exampleText, group } from './define-command.ts';
import { addInstalls } from './install-commands.ts';
import { readVersion } from '../version.ts';
import type { LogOptions } from './plugins-log.ts';
import type { ConsentOptions } from './plugins-consent.ts';
import type { SecretSources } from './secret-input.ts';

/**
 * Runs the command line and sets the exit code. Each command's module is loaded when it is the one to run, so that help
 * and a start are quick.
 * @param argv as `process.argv`
 */
export async function runCli(argv: readonly string[]): Promise<void> {
  endWithReader([process.stdout, process.stderr], { isHub: argv[2] === 'start' });
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said what is wrong; help and version are no failure.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const { failureOf } = await import('./failure.ts');
    const { sentence, exitCode } = failureOf(error);
    process.stderr.write(`${sentence}\n`);
    process.exitCode = exitCode;
  }
}

export function createProgram(): Command {
  const program = new Command('fairlead')
    .description('The integration hub: its start, its check-up, its plugins, connections and keys.')
    .version(readVersion())
    .exitOverride()
    // “plugins remove --version” is about the plugin.
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for what it takes)')
    .addHelpText('after', '\nSettings come from the environment; “fairlead doctor” prints each with its source.')
    .addHelpText('after', exampleText(['fairlead start']));
  addRunning(program);
  addAuthoring(program, addPlugins(program));
  addConnections(program);
  addKeys(program);
  addAccess(program);
  addAudit(program);
  return program;
}

function addRunning(program: Command): void {
  command(program, 'start', 'Start the hub, and run it until Ctrl-C or SIGTERM.', {
    examples: ['fairlead start', 'FAIRLEAD_PORT=7500 fairlead start'],
    run: async (output) => (await import('./start.ts')).start(output),
  });
  command(program, 'doctor', 'Print every setting with its source, and check what the hub needs. Changes nothing.', {
    examples: ['fairlead doctor'],
    run: async (output) => (await import('./doctor.ts')).doctor(output),
  });
  command<{ keep?: boolean }>(
    program,
    'demo',
    'Show what Fairlead does, on data that is thrown away. Needs no account.',
    {
      examples: ['fairlead demo', 'fairlead demo --keep'],
      run: async (output, _none, options) => (await import('./demo.ts')).demo(output, options),
    },
  ).option('--keep', 'leave the hub running on that data, until Ctrl-C');
}

/** The second argument of such a command is the version. */
function addUpgrades(plugins: Command): void {
  const module = () => import('./plugins-upgrade.ts');
  const upgrade: Command = command<ConsentOptions>(
    plugins,
    'upgrade <plugin> <version>',
    'Take a plugin to another version that is installed, without an interruption. Shows what changes.',
    {
      examples: ['fairlead plugins upgrade channel-chat 1.3.0', 'fairlead plugins upgrade channel-chat 2.0.0 --agree'],
      run: async (output, id, options) => (await module()).upgradePlugin(id, upgrade.args[1] ?? '', options, output),
    },
  ).option('--agree', 'to what changes, without being asked');
  command(plugins, 'rollback <plugin>', 'Take a plugin back to the version before, with its settings.', {
    examples: ['fairlead plugins rollback channel-chat'],
    run: async (output, id) => (await module()).rollbackPlugin(id, output),
  });
}

function addPlugins(program: Command): Command {
  const plugins = group(program, 'plugins', 'The plugins this hub can see.', 'fairlead plugins list');
  const module = () => import('./plugins.ts');
  command(plugins, 'list', 'List all plugins, with the reason of each that does not run.', {
    examples: ['fairlead plugins list --json'],
    run: async (output) => (await module()).listPlugins(output),
  });
  command<ConsentOptions>(plugins, 'enable <plugin>', 'Enable a plugin and start it; ends its quarantine.', {
    examples: ['fairlead plugins enable channel-rss', 'fairlead plugins enable channel-chat --agree'],
    run: async (output, id, options) => (await module()).enablePlugin(id, options, output),
  }).option('--agree', 'to what it asks for, without being asked');
  command(plugins, 'disable <plugin>', 'Stop a plugin until it is enabled again.', {
    examples: ['fairlead plugins disable channel-rss'],
    run: async (output, id) => (await module()).disablePlugin(id, output),
  });
  addUpgrades(plugins);
  command<LogOptions>(plugins, 'log <plugin>', 'Print what a plugin logged and printed since the hub started.', {
    examples: ['fairlead plugins log channel-rss', 'fairlead plugins log channel-rss --level warn --follow'],
    run: async (output, id, options) => (await import('./plugins-log.ts')).logOfPlugin(id, options, output),
  })
    .option('--follow', 'go on with what comes, until Ctrl-C')
    .option('--level <level>', 'debug, info, warn or error: this one and graver ones')
    .option('--connection <id>', 'only what this connection logged')
    .option('--limit <lines>', 'so many of the latest lines, 200 at most; by default 50');
  addInstalls(plugins);
  return plugins;
}

function addConnections(program: Command): void {
  const connections = group(program, 'connections', 'Configured instances of plugins.', 'fairlead connections list');
  const module = () => import('./connections.ts');
  command<{ plugin?: string }>(connections, 'list', 'List all connections.', {
    examples: ['fairlead connections list --plugin gateway-stripe'],
    run: async (output, _none, { plugin }) => (await module()).listConnections(plugin, output),
  }).option('--plugin <plugin>', 'only those of this plugin');
  withSecretOptions(
    command<NewConnection>(connections, 'add <plugin>', 'Add a connection of a plugin.', {
      examples: [
        'fairlead connections add channel-rss --name News --setting url=https://example.com/feed.xml',
        'fairlead connections add gateway-stripe --name "My shop" --secret-file apiKey=stripe.key',
      ],
      run: async (output, plugin, options) => (await module()).addConnection(plugin, options, output),
    })
      .requiredOption('--name <name>', 'how people call it')
      .option('--setting <name=value>', 'a setting that is no secret; may be repeated', collect)
      .option('--allow-private-host <host>', 'a host of your own network that it may reach; may be repeated', collect),
  );
  command(connections, 'test <connection>', 'Ask the vendor, changing nothing, whether the credentials work.', {
    examples: ['fairlead connections test "My shop"'],
    run: async (output, which) => (await module()).testConnection(which, output),
  });
  command<{ reason?: string }>(connections, 'pause <connection>', 'Stop calling the vendor until it is resumed.', {
    examples: ['fairlead connections pause "My shop" --reason "moving to another account"'],
    run: async (output, which, { reason }) => (await module()).pauseConnection(which, reason, output),
  }).option('--reason <text>', 'shown to whoever asks why');
  command(connections, 'resume <connection>', 'Call the vendor again.', {
    examples: ['fairlead connections resume "My shop"'],
    run: async (output, which) => (await module()).resumeConnection(which, output),
  });

  const set = 'fairlead credentials set "My shop" --secret-file apiKey=stripe.key';
  const credentials = group(program, 'credentials', 'Secrets of connections: they go in and never come out.', set);
  withSecretOptions(
    command<SecretSources>(
      credentials,
      'set <connection>',
      'Set secrets of a connection; those not named stay, a list is replaced as a whole.',
      {
        examples: [set, 'fairlead credentials set "My shop" --secrets-stdin < secrets.json'],
        run: async (output, which, sources) => (await module()).setCredentials(which, sources, output),
      },
    ),
  );
}

const secretsHelp = `
Secrets are never given as arguments, because everybody on the machine can see those. On a terminal they are asked for
without echo. In a script, use --secret-file, or --secrets-stdin with a JSON object such as {"apiKey": "…"}.`;

function withSecretOptions(to: Command): void {
  to.option('--secret-file <name=path>', 'a file that holds a secret, “-” for standard input; may be repeated', collect)
    .option('--secrets-stdin', 'read a JSON object of secrets by name from standard input')
    .addHelpText('after', secretsHelp);
}

function addKeys(program: Command): void {
  const keys = group(program, 'keys', 'Master keys, by name and never by value.', 'fairlead keys list');
  const module = () => import('./keys.ts');
  command(keys, 'list', 'List the master keys, and how many secrets each wraps.', {
    examples: ['fairlead keys list'],
    run: async (output) => (await module()).listKeys(output),
  });
  command(keys, 'add', 'Make a master key in the key file, and seal with it from now on.', {
    examples: ['fairlead keys add && fairlead keys rotate'],
    run: async (output) => (await module()).addKey(output),
  });
  command(keys, 'rotate', 'Wrap all stored secrets by the active master key, and wait until that is done.', {
    examples: ['fairlead keys rotate'],
    run: async (output) => (await module()).rotateKeys(output),
  });
  command(keys, 'retire <key>', 'Give up a master key that no stored secret needs any more.', {
    examples: ['fairlead keys retire key-1a2b3c4d'],
    run: async (output, key) => (await module()).retireKey(key, output),
  });
}
