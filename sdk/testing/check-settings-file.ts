import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Plugin } from '../src/plugin/define-plugin.ts';
import { formatJson } from './format-json.ts';

/**
 * Expects the committed settings schema to be the one that the plugin's settings make. Call it inside a test. After a
 * change of the settings, write the file anew with `vitest run <path of the test> -u`.
 *
 * @example it('commits the schema of its settings', () => checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
 */
export async function checkSettingsFile(plugin: Plugin, file: URL): Promise<void> {
  await expect(formatJson(plugin.settings)).toMatchFileSnapshot(fileURLToPath(file));
}
