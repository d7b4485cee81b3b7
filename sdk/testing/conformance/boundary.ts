import assert from 'node:assert/strict';
import type { TSchema } from 'typebox';
import type { Operation } from '../../src/contract/operation.ts';
import { hasCode, isFairleadError } from '../../src/errors/index.ts';
import type { StartedPlugin } from '../start-plugin.ts';
import { schemaFaults } from './single-faults.ts';

type Invoking = Pick<StartedPlugin, 'invoke'>;

/**
 * Refusing is fine, stumbling is not: whatever the plugin is given, it answers by its contract or with an error of its own.
 * @throws Error when it ends with `plugin_bug`, calls a sound input invalid, or throws anything else
 */
export async function mustNotStumble(
  plugin: Invoking,
  operation: Operation,
  input: unknown,
  what = 'this input',
): Promise<void> {
  try {
    await plugin.invoke(operation, input as never);
  } catch (error) {
    if (isFairleadError(error) && error.class !== 'plugin_bug' && error.class !== 'invalid_input') return;
    throw new Error(`${what}: ${isFairleadError(error) ? `${error.code}: ` : ''}${String(error)}`, { cause: error });
  }
}

/** Gives the operation a sound input with one fault at a time. @throws AssertionError for one that is not `input_invalid` */
export async function mustRefuseFaults(plugin: Invoking, operation: Operation, sound: unknown): Promise<void> {
  for (const { what, value } of schemaFaults(operation.input as TSchema, sound)) {
    const error: unknown = await plugin.invoke(operation, value as never).then(
      () => assert.fail(`${what} was accepted`),
      (thrown: unknown) => thrown,
    );
    assert.ok(hasCode(error, 'input_invalid'), `${what} ended with ${String(error)}`);
  }
}
