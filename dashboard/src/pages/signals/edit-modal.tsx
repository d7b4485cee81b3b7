import { type Body, ok } from '@fairlead/client';
import { Checkbox, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hub } from '../../hub.ts';
import { ActForm, ActModal } from './act-form.tsx';
import { linesOf } from '../../components/lines-of.ts';
import type { SignalModalProps } from './publish-modal.tsx';
import type { Signal } from './use-signals.ts';

type Edit = Body<'/api/signals/{id}/edit', 'post'>;

/** What a person has in the form: texts. */
interface Draft {
  readonly symbol: string;
  readonly side: Signal['side'];
  readonly orderType: string;
  readonly entryFrom: string;
  readonly entryTo: string;
  readonly stopLoss: string;
  readonly takeProfits: string;
  readonly runner: boolean;
}

/** Changes what a signal says. It is checked anew, and waits in review. */
export function EditModal({ found, opened, onClose }: SignalModalProps) {
  const { symbol, side } = found.value;
  return (
    <ActModal opened={opened} onClose={onClose} title={`Edit ${side} ${symbol}`}>
      <EditForm found={found} onClose={onClose} />
    </ActModal>
  );
}

function EditForm({ found, onClose }: Omit<SignalModalProps, 'opened'>) {
  // What is sent is what differs from what was there when the form was opened.
  const [{ value: signal, tag }] = useState(found);
  const [draft, setDraft] = useState(() => draftOf(signal));
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const text = (name: 'symbol' | 'entryFrom' | 'entryTo' | 'stopLoss', label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      {...more}
    />
  );
  return (
    <ActForm
      act="Save and check"
      said="It is changed and was checked anew. It waits in review."
      onClose={onClose}
      run={async () => {
        const body = changesOf(draftOf(signal), draft);
        if (Object.keys(body).length === 0) return undefined;
        return ok(
          hub.POST('/api/signals/{id}/edit', {
            params: { path: { id: signal.id } },
            headers: { 'if-match': tag },
            body,
          }),
        );
      }}
    >
      {text('symbol', 'Symbol', { required: true, 'data-autofocus': true })}
      <Group grow align="flex-end">
        <Select
          label="Side"
          data={['buy', 'sell']}
          allowDeselect={false}
          value={draft.side}
          onChange={(value) => set({ side: value === 'sell' ? 'sell' : 'buy' })}
        />
        <Select
          label="Order type"
          data={[{ value: '', label: 'not stated' }, 'market', 'limit', 'stop']}
          allowDeselect={false}
          value={draft.orderType}
          onChange={(value) => set({ orderType: value ?? '' })}
        />
      </Group>
      <Group grow align="flex-end">
        {text('entryFrom', 'Entry', { placeholder: 'none' })}
        {text('entryTo', 'Entry, to', { placeholder: 'a point' })}
      </Group>
      {text('stopLoss', 'Stop', { placeholder: 'none' })}
      <Textarea
        label="Targets"
        description="One price a line."
        autosize
        minRows={2}
        value={draft.takeProfits}
        onChange={({ currentTarget }) => set({ takeProfits: currentTarget.value })}
      />
      <Checkbox
        label="The last target is left open"
        checked={draft.runner}
        onChange={({ currentTarget }) => set({ runner: currentTarget.checked })}
      />
      <Text size="xs" c="dimmed">
        Nothing is published by this. What the message says stays with the signal.
      </Text>
    </ActForm>
  );
}

function draftOf({ symbol, side, orderType, entry, stopLoss, takeProfits, runner }: Signal): Draft {
  const [low = '', high = ''] = entry ?? [];
  return {
    symbol,
    side,
    orderType: orderType ?? '',
    entryFrom: low,
    entryTo: high === low ? '' : high,
    stopLoss: stopLoss ?? '',
    takeProfits: takeProfits.join('\n'),
    runner,
  };
}

/** Only what was changed: the rest stays as it was read, with where it came from. */
function changesOf(before: Draft, after: Draft): Edit {
  const edit: Edit = {};
  if (after.symbol !== before.symbol) edit.symbol = after.symbol.trim().toUpperCase();
  if (after.side !== before.side) edit.side = after.side;
  if (after.orderType !== before.orderType) {
    edit.orderType = after.orderType === '' ? null : (after.orderType as 'market' | 'limit' | 'stop');
  }
  if (after.entryFrom !== before.entryFrom || after.entryTo !== before.entryTo) {
    const prices = [after.entryFrom, after.entryTo].map((price) => price.trim()).filter((price) => price !== '');
    edit.entry = prices.length === 0 ? null : prices;
  }
  if (after.stopLoss !== before.stopLoss) edit.stopLoss = after.stopLoss.trim() === '' ? null : after.stopLoss.trim();
  if (after.takeProfits !== before.takeProfits) edit.takeProfits = linesOf(after.takeProfits);
  if (after.runner !== before.runner) edit.runner = after.runner;
  return edit;
}
