import { Table, Text } from '@mantine/core';
import { numbersOf } from './evidence.ts';
import { fieldsOf } from './signal-words.ts';
import type { Evidence, SaidSignal } from './use-signals.ts';

const origins: Readonly<Record<string, string>> = {
  inferred: 'inferred',
  template: 'by a template',
  ai: 'by a model',
  edited: 'changed by a person',
};

/** What was read, a field a line, with the numbers of the places in the text it was read from. */
export function ReadFields({
  signal,
  evidence,
  said,
  prefix = '',
}: {
  readonly signal: SaidSignal;
  /** As numbered in the text. */
  readonly evidence: readonly Evidence[];
  /** What the message says now, where that may be something else. */
  readonly said?: SaidSignal;
  /** Of one of several signals: `signals.1.`. */
  readonly prefix?: string;
}) {
  const saidFields = new Map(said === undefined ? [] : fieldsOf(said).map(({ key, value }) => [key, value]));
  return (
    <Table verticalSpacing={4} withTableBorder aria-label="What was read">
      <Table.Tbody>
        {fieldsOf(signal).map(({ key, label, value }) => {
          const origin = origins[signal.origins[key.split('.', 1)[0] ?? ''] ?? ''];
          const other = said === undefined ? value : (saidFields.get(key) ?? 'none');
          return (
            <Table.Tr key={key}>
              <Table.Th scope="row" w={120}>
                {label}
              </Table.Th>
              <Table.Td className="numbers" style={{ overflowWrap: 'anywhere' }}>
                {numbersOf(prefix + key, evidence).map((number) => (
                  <span key={number} className="evidence-number" title={evidence[number - 1]?.why}>
                    {number}
                  </span>
                ))}
                {value}
                {(origin !== undefined || other !== value) && (
                  <Text span size="xs" c="dimmed">
                    {origin === undefined ? '' : ` ${origin}`}
                    {other === value ? '' : ` (the message says ${other})`}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
