import type { JsonObject } from '../storage/index.ts';
import { coreEvents } from './declared/index.ts';
import { type EventDeclaration, type EventDeclarations, faultOfData } from './event-declaration.ts';
import { matchesType } from './event-types.ts';

export interface CatalogueEntry extends EventDeclaration {
  readonly type: string;
  /** Topics of the websocket that carry it, the narrowest first. */
  readonly topics: readonly string[];
  /** What it takes to follow the narrowest topic. `events.read` reads every event. */
  readonly permission: string;
}

/** Everything that is ever published, by this hub with its flows. */
export interface EventCatalogue {
  /** Sorted by type. */
  readonly entries: readonly CatalogueEntry[];
  has(type: string): boolean;
  /** Declared types that somebody may have meant by this one, the likeliest first; at most three. */
  near(type: string): readonly string[];
}

export interface EventCatalogueOptions {
  /** Those of flows. */
  readonly flows?: readonly EventDeclarations[];
  readonly topics: {
    readonly [name: string]: { readonly permission: string; readonly types: readonly string[] };
  };
}

/** @throws TypeError for a type that is declared twice, or that no topic but the one of all events carries */
export function createEventCatalogue({ flows = [], topics }: EventCatalogueOptions): EventCatalogue {
  const entries = new Map<string, CatalogueEntry>();
  for (const [type, declaration] of [coreEvents, ...flows].flatMap((each) => Object.entries(each))) {
    if (entries.has(type)) throw new TypeError(`The event “${type}” is declared twice.`);
    entries.set(type, { type, ...declaration, ...topicsOf(type, topics) });
  }
  return {
    entries: [...entries.values()].sort((left, right) => (left.type < right.type ? -1 : 1)),
    has: (type) => entries.has(type),
    near: (type) => nearest(type, [...entries.keys()]),
  };
}

/** For `createStorage({ checkEvent })`: throws for an event that is not declared, or not as it is. */
export function eventCheck(...declared: readonly EventDeclarations[]) {
  const all = new Map([coreEvents, ...declared].flatMap((each) => Object.entries(each)));
  return ({ type, data }: { readonly type: string; readonly data: JsonObject }): void => {
    const declaration = all.get(type);
    if (declaration === undefined) throw new TypeError(`The event “${type}” is not declared.`);
    const fault = faultOfData(declaration, data);
    if (fault !== undefined) throw new TypeError(`The event “${type}” is not as it is declared: ${fault}.`);
  };
}

function topicsOf(type: string, topics: EventCatalogueOptions['topics']) {
  const carrying = Object.entries(topics)
    .filter(([, { types }]) => matchesType(type, types))
    .map(([name, topic]) => ({ name, permission: topic.permission, precision: precisionFor(type, topic.types) }))
    .sort((left, right) => right.precision - left.precision);
  const [narrowest] = carrying;
  if (narrowest === undefined || narrowest.precision === 0)
    throw new TypeError(`The event “${type}” belongs to no topic.`);
  return { topics: carrying.map(({ name }) => name), permission: narrowest.permission };
}

/** Letters of the longest pattern that matches; the `*` of all events has none. */
function precisionFor(type: string, types: readonly string[]): number {
  return Math.max(...types.filter((one) => matchesType(type, [one])).map((one) => one.replace('*', '').length));
}

function nearest(type: string, known: readonly string[]): readonly string[] {
  const all = known
    .map((name) => ({ name, distance: distanceOf(type, name) }))
    .sort((left, right) => left.distance - right.distance);
  // Not much further than the nearest one, which must not be too far itself.
  const most = Math.min(Math.max(2, Math.floor(type.length / 3)), (all[0]?.distance ?? 0) + 1);
  return all
    .filter(({ distance }) => distance <= most)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Levenshtein's: letters to put in, to take out or to change. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of right.split('').entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
