import { Type } from 'typebox';

/** What the examples of events have in common: one connection, one moment. */
export const exampleConnection = '01k9v7d1m2q4x8r6t0b3n5c7ae';
export const exampleMoment = '2026-03-14T09:26:53.589Z';

export const text = Type.String();
export const textOrNull = Type.Union([Type.String(), Type.Null()]);
export const moment = Type.String({ description: 'ISO 8601, UTC.' });
