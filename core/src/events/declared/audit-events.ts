import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { text } from './example-values.ts';

export const auditEvents = {
  'audit.sealed': declareEvent({
    summary:
      'Rows of the audit log were sealed. Whoever keeps the hash elsewhere can prove that none was changed since.',
    subject: 'the number of the seal',
    data: Type.Object({
      number: Type.Integer(),
      hash: text,
      previous: Type.String({ description: 'The hash of the seal before; empty for the first.' }),
      from: Type.String({ description: 'The place of its first row.' }),
      to: Type.String({ description: 'The place of its last row.' }),
      rows: Type.Integer({ description: 'How many it covers.' }),
    }),
    example: {
      number: 2,
      hash: '9f2c5a1be0d74c6fb1a83e5d7c902f4486a1d3b7e5f0c2a9b8d6e4f1c3a5b7d9',
      previous: '4b7d1c9e2f5a8b3c6d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c',
      from: '2026-03-14T09:00:00.000Z 01k9v7d1m2q4x8r6t0b3n5c7ae',
      to: '2026-03-14T09:59:58.120Z 01k9vb4f6h8k0m2p4r6t8w0y2a',
      rows: 214,
    },
  }),
} as const;
