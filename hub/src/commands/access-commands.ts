import type { Command } from 'commander';
import type { Allowed, NewApiKey } from './api-keys.ts';
import { collect, command, group } from './define-command.ts';

/** Who may call: people and machines. */
export function addAccess(program: Command): void {
  addUsers(program);
  addApiKeys(program);
}

function addUsers(program: Command): void {
  const users = group(program, 'users', 'People who sign in, and their roles.', 'fairlead users list');
  const module = () => import('./users.ts');
  command<{ role: string }>(users, 'add <email>', 'Add a user, and print the one-time password this once.', {
    examples: ['fairlead users add anna@example.com --role operator'],
    run: async (output, email, { role }) => (await module()).addUser(email, role, output),
  }).requiredOption('--role <role>', 'owner, admin, operator, viewer or plugin-developer');
  command(users, 'list', 'List all users, the disabled ones included.', {
    examples: ['fairlead users list', 'fairlead users list --json'],
    run: async (output) => (await module()).listUsers(output),
  });
  command(users, 'disable <user>', 'Disable a user, by id or e-mail address; all sessions end at once.', {
    examples: ['fairlead users disable anna@example.com'],
    run: async (output, which) => (await module()).setDisabled(which, true, output),
  });
  command(users, 'enable <user>', 'Let a disabled user sign in again.', {
    examples: ['fairlead users enable anna@example.com'],
    run: async (output, which) => (await module()).setDisabled(which, false, output),
  });
  command(users, 'reset-password <user>', 'Give a user a one-time password, and print it this once.', {
    examples: ['fairlead users reset-password anna@example.com'],
    run: async (output, which) => (await module()).resetPassword(which, output),
  });
  command(users, 'reset-totp <user>', 'Ask a user for no code any more: the authenticator is lost.', {
    examples: ['fairlead users reset-totp anna@example.com'],
    run: async (output, which) => (await module()).resetTotp(which, output),
  });
}

function addApiKeys(program: Command): void {
  const keys = group(program, 'api-keys', 'Keys for machines that call the HTTP API.', 'fairlead api-keys list');
  const module = () => import('./api-keys.ts');
  command<NewApiKey>(keys, 'add', 'Make an API key, and print it this once.', {
    examples: [
      'fairlead api-keys add --name reports --scope connections.read --scope events.read',
      'fairlead api-keys add --name shop --scope payments.read --allow 192.0.2.7 --allow 2001:db8::/32',
    ],
    run: async (output, _none, options) => (await module()).addApiKey(options, output),
  })
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scope <permission>', 'a permission that it has; may be repeated', collect)
    .option('--expires <time>', 'when it ends, ISO 8601 UTC; by default never')
    .option('--allow <address>', 'an address or network that it counts from; may be repeated; by default any', collect);
  command(keys, 'list', 'List all API keys, the revoked ones included.', {
    examples: ['fairlead api-keys list'],
    run: async (output) => (await module()).listApiKeys(output),
  });
  command<Allowed>(keys, 'allow <id>', 'Say from where an API key counts, in place of what was said before.', {
    examples: [
      'fairlead api-keys allow 0199c0de-0000-7000-8000-000000000000 --allow 192.0.2.0/24',
      'fairlead api-keys allow 0199c0de-0000-7000-8000-000000000000 --anywhere',
    ],
    run: async (output, id, options) => (await module()).allowApiKey(id, options, output),
  })
    .option('--allow <address>', 'an address or network; may be repeated', collect)
    .option('--anywhere', 'lift the list');
  command(keys, 'revoke <id>', 'Revoke an API key, at once and for good.', {
    examples: ['fairlead api-keys revoke 0199c0de-0000-7000-8000-000000000000'],
    run: async (output, id) => (await module()).revokeApiKey(id, output),
  });
}
