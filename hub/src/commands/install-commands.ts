import type { Command } from 'commander';
import { command, group } from './define-command.ts';
import type { NewPluginKey } from './plugin-keys.ts';
import type { InstallOptions, RemoveOptions } from './plugins-install.ts';

const specHelp = `
A spec is name@1.2.3 of the package registry, an https address of a tarball, or the path of a tarball or folder. Which
registry, and with what credentials, npm's own settings say (.npmrc). No script of a package is run.`;

/** Commands that bring plugins into the hub, take them away, and say whose signatures count. */
export function addInstalls(plugins: Command): void {
  const module = () => import('./plugins-install.ts');
  command<InstallOptions>(plugins, 'add <spec>', 'Install a plugin and what it depends on, while the hub runs.', {
    examples: [
      'fairlead plugins add @acme/fairlead-chat@1.2.0',
      'fairlead plugins add ./fairlead-chat-1.2.0.tgz --signature fairlead-chat-1.2.0.tgz.sig',
      'fairlead plugins add ./my-plugin --link',
    ],
    run: async (output, spec, options) => (await module()).addPlugin(spec, options, output),
  })
    .option('--signature <file>', 'its signature; by default the .sig file beside a tarball, where there is one')
    .option('--link', 'use a folder where it lies, for development; by default it is copied')
    .addHelpText('after', specHelp);
  command<RemoveOptions>(plugins, 'remove <plugin>', 'Remove a plugin that is disabled, with all its versions.', {
    examples: ['fairlead plugins remove channel-chat', 'fairlead plugins remove channel-chat --version 1.2.0 --yes'],
    run: async (output, id, options) => (await module()).removePlugin(id, options, output),
  })
    .option('--version <version>', 'only this version of it')
    .option('--yes', 'without being asked');
  command(plugins, 'verify <plugin>', 'Compare the files of a plugin with what was installed.', {
    examples: ['fairlead plugins verify channel-chat'],
    run: async (output, id) => (await module()).verifyPlugin(id, output),
  });
  addSigning(plugins);
}

function addSigning(plugins: Command): void {
  const module = () => import('./plugin-keys.ts');
  const keys = group(
    plugins,
    'keys',
    'Keys of plugin authors whose signatures count here.',
    'fairlead plugins keys list',
  );
  command(keys, 'list', 'List the public keys that this hub believes.', {
    examples: ['fairlead plugins keys list'],
    run: async (output) => (await module()).listPluginKeys(output),
  });
  command<NewPluginKey>(keys, 'add <name>', 'Believe an author’s public key from now on.', {
    examples: ['fairlead plugins keys add "Acme Inc." --public-key acme.pub'],
    run: async (output, name, options) => (await module()).addPluginKey(name, options, output),
  }).requiredOption('--public-key <key>', 'the key in base64, or a file that holds it, as that or as PEM');
  command(keys, 'remove <key>', 'Believe a key no longer, by id or name.', {
    examples: ['fairlead plugins keys remove "Acme Inc."'],
    run: async (output, which) => (await module()).removePluginKey(which, output),
  });
  command(keys, 'make <file>', 'Make a key pair to sign plugins with, and print its public key. Needs no hub.', {
    examples: ['fairlead plugins keys make acme.key'],
    run: async (output, file) => (await module()).makePluginKey(file, output),
  });
  command<{ key: string }>(
    plugins,
    'sign <tarball>',
    'Sign a packed plugin; the signature goes beside it. Needs no hub.',
    {
      examples: ['fairlead plugins sign fairlead-chat-1.2.0.tgz --key acme.key'],
      run: async (output, tarball, options) => (await module()).signPlugin(tarball, options, output),
    },
  ).requiredOption('--key <file>', 'file of the private key');
}
