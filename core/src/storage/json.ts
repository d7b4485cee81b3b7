/** What JSON can hold. State, events and payloads are this: no bigint, no Date; amounts are decimal strings. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}
