import type { Command } from 'commander';
import type { CreatePluginOptions } from './create-plugin.ts';
import { command } from './define-command.ts';
import type { CheckOptions } from './plugins-check.ts';

/** For those who write plugins. */
export function addAuthoring(program: Command, plugins: Command): void {
  command<CreatePluginOptions>(
    program,
    'create-plugin [folder]',
    'Write the package of a new plugin, which passes its conformance suite at once. Asks for what is not given.',
    {
      examples: [
        'fairlead create-plugin',
        'fairlead create-plugin gateway-acme --capability payment-gateway --vendor Acme --yes',
        'fairlead create-plugin --capability channel --vendor "Acme Chat" --package @acme/fairlead-chat --json',
        'fairlead create-plugin ai-acme --capability ai-provider --vendor "Acme Models" --yes',
      ],
      run: async (output, folder, options) =>
        (await import('./create-plugin.ts')).createPlugin(folder, options, output),
    },
  )
    .option('--capability <capability>', 'payment-gateway, channel or ai-provider')
    .option('--vendor <name>', 'whom it talks to, as people write it')
    .option('--id <id>', 'the plugin’s id; by default the folder’s name, or <kind>-<vendor>')
    .option('--package <name>', 'the package’s name; by default fairlead-<id>')
    .option('--licence <licence>', 'Apache-2.0 (the default), MIT or UNLICENSED')
    .option('--author <name>', 'who holds the rights, for a licence that names them')
    .option('--sdk <version>', 'version of @fairlead/sdk, or file:<tarball>; by default the one of this hub')
    .option('--yes', 'ask nothing, and take the defaults of what is not given');
  command<CheckOptions>(
    plugins,
    'check <folder-or-tarball>',
    'Look at a plugin’s package as a hub does, and tell what to do about what is wrong. Needs no hub.',
    {
      examples: ['fairlead plugins check .', 'fairlead plugins check fairlead-gateway-acme-0.1.0.tgz --json'],
      run: async (output, folder, options) => (await import('./plugins-check.ts')).checkPlugin(folder, options, output),
    },
  ).option('--settings <file>', 'a JSON file of settings, no secrets, for calling its code; by default made up');
  command(plugins, 'watch <folder>', 'Run a plugin that you write in the hub that runs, anew with each save.', {
    examples: ['fairlead plugins watch .'],
    run: async (output, folder) => (await import('./plugins-watch.ts')).watchPlugin(folder, output),
  });
}
