import specifications from '@asyncapi/specs';
import { asyncApiDocument } from '@fairlead/core';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { releaseEventTypes, releaseTopics } from './support/event-catalogue.ts';

interface Document {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, unknown>> }>>;
  readonly components: { readonly messages: object; readonly schemas: Readonly<Record<string, object>> };
  readonly servers: Readonly<
    Record<string, { readonly host: string; readonly protocol: string; readonly pathname?: string }>
  >;
}

const documentOf = (url: string) =>
  asyncApiDocument({
    version: '1.2.3',
    publicUrl: () => url,
    eventTypes: releaseEventTypes,
    topics: releaseTopics,
  }) as Document;
const document = documentOf('http://127.0.0.1:7400');
const { entries } = releaseEventTypes;

/** The specification itself, with every part that it refers to inside. */
function specification(): (value: unknown) => string {
  const ajv = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false });
  const validate = ajv.compile(specifications.schemas['3.0.0'] as AnySchema);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

describe('the AsyncAPI document', () => {
  test('is as the specification of AsyncAPI 3.0 wants it', () => {
    const faultsOf = specification();
    expect(faultsOf(document)).toBe('');
    expect(faultsOf(documentOf('https://hub.example.com/pay'))).toBe('');
    const { channels: _channels, ...rest } = document;
    expect(faultsOf({ ...rest, channels: { websocket: { address: 7 } } })).toContain('/channels/websocket/address');
    expect(faultsOf({ ...document, operations: { listen: { action: 'hear', channel: {} } } })).not.toBe('');
  });

  test('refers to nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(references.length).toBeGreaterThan(entries.length);
    const dangling = references.filter((path) => {
      const steps = path
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      return (
        steps.reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step], document) ===
        undefined
      );
    });
    expect(dangling).toEqual([]);
  });

  test('has every type in each channel that carries it', () => {
    const types = entries.map(({ type }) => type);
    expect(Object.keys(document.channels['webhooks']?.messages ?? {})).toEqual(types);
    expect(Object.keys(document.channels['serverSentEvents']?.messages ?? {})).toEqual(types);
    const event = JSON.stringify((document.components.messages as Readonly<Record<string, unknown>>)['socket.event']);
    for (const type of types) expect(event).toContain(`#/components/schemas/event.${type}"`);
  });

  test('describes whole events: one with the example passes, another type or other data does not', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://hub.example/asyncapi', components: document.components });
    for (const { type, example } of entries) {
      const validate = ajv.compile({ $ref: `https://hub.example/asyncapi#/components/schemas/event.${type}` });
      const event = {
        specversion: '1.0',
        id: '01k9v7d1m2q4x8r6t0b3n5c7ae',
        source: '/fairlead/somewhere',
        type,
        subject: 'one',
        time: '2026-03-14T09:26:53.589Z',
        datacontenttype: 'application/json',
        sequence: '00000000000000000042',
        data: example,
      };
      expect([type, validate(event)]).toEqual([type, true]);
      expect([type, validate({ ...event, type: 'other.happened' })]).toEqual([type, false]);
      expect([type, validate({ ...event, data: {} })]).toEqual([type, false]);
    }
  });

  test('names the address at which the hub is reached', () => {
    expect(document.servers['websocket']).toMatchObject({ host: '127.0.0.1:7400', protocol: 'ws' });
    expect(documentOf('https://hub.example.com/pay').servers['websocket']).toMatchObject({
      host: 'hub.example.com',
      protocol: 'wss',
      pathname: '/pay',
    });
  });
});
