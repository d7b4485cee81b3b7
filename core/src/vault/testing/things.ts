import { defineCollection, type Storage } from '../../storage/index.ts';
import { type Envelope, type EnvelopeHolder, repositoryHolder } from '../index.ts';

/** Documents with sealed fields, for tests. */
export interface Thing {
  readonly envelopes: { readonly [field: string]: Envelope };
  readonly touched: number;
}

export const things = defineCollection({ name: 'things', index: {}, project: (_state: Thing) => ({}) });

export const placeOf = (recordId: string, field: string) => ({ purpose: 'connection', recordId, field, version: 1 });

export function thingsHolder(storage: Storage): EnvelopeHolder {
  return repositoryHolder<Thing>({
    name: 'things',
    repository: storage.repository(things),
    envelopesOf: (id, { envelopes }) =>
      Object.entries(envelopes).map(([field, envelope]) => ({ place: placeOf(id, field), envelope })),
    replace: (id, state, change) => ({
      ...state,
      envelopes: Object.fromEntries(
        Object.entries(state.envelopes).map(([field, envelope]) => [
          field,
          change({ place: placeOf(id, field), envelope }),
        ]),
      ),
    }),
  });
}
