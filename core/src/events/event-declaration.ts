import type { Static, TObject } from 'typebox';
import { Value } from 'typebox/value';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../storage/index.ts';

/** What is said of one type of event: to those who receive it, and to the check that nothing else is published. */
export interface EventDeclaration {
  /** One sentence: what has happened. */
  readonly summary: string;
  /** What the event’s `subject` is: “the id of the payment”. */
  readonly subject: string;
  /** Receivers must bear members that are not in it: later versions add some. */
  readonly data: TObject;
  /** Of `data`, as a receiver might see it. */
  readonly example: JsonObject;
}

/** By type. */
export interface EventDeclarations {
  readonly [type: string]: EventDeclaration;
}

/** The `data` of a declared event. */
export type EventData<Declared extends { readonly data: TObject }> = Static<Declared['data']>;

/** A declaration whose example the compiler holds against its schema. */
export function declareEvent<Data extends TObject>(declaration: {
  readonly summary: string;
  readonly subject: string;
  readonly data: Data;
  readonly example: NoInfer<Static<Data>>;
}): Omit<EventDeclaration, 'data'> & { readonly data: Data } {
  return { ...declaration, example: declaration.example as JsonObject };
}

/**
 * What is wrong with the data of an event, a member that is not declared included; undefined when nothing is. It takes
 * its time, so it is for tests and development: a hub that works does not lose an event over its description.
 */
export function faultOfData({ data: schema }: EventDeclaration, data: JsonObject): string | undefined {
  const [error] = Value.Errors(schema, data);
  if (error !== undefined) return `${error.instancePath === '' ? 'it' : error.instancePath} ${error.message}`;
  const declared: unknown = Value.Clean(schema, structuredClone(data));
  return isDeepStrictEqual(declared, data) ? undefined : `only ${JSON.stringify(declared)} is declared`;
}
