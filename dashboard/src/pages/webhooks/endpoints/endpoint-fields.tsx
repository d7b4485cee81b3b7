import { Checkbox, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Endpoint } from './use-endpoints.ts';
import { useEventTypes } from './use-endpoints.ts';

export type EndpointWish = Pick<Endpoint, 'url' | 'description' | 'types' | 'ordered' | 'allowPrivateAddresses'>;

export const newEndpoint: EndpointWish = {
  url: '',
  description: '',
  types: [],
  ordered: false,
  allowPrivateAddresses: false,
};

/** What an endpoint is, to be entered. */
export function EndpointFields({
  wish,
  onChange,
}: {
  readonly wish: EndpointWish;
  readonly onChange: (wish: EndpointWish) => void;
}) {
  return (
    <Stack>
      <TextInput
        label="Address"
        description="https; http only where private addresses are allowed."
        type="url"
        required
        maxLength={2_000}
        value={wish.url}
        onChange={({ currentTarget }) => onChange({ ...wish, url: currentTarget.value })}
      />
      <TextInput
        label="Description"
        description="For you."
        maxLength={500}
        value={wish.description}
        onChange={({ currentTarget }) => onChange({ ...wish, description: currentTarget.value })}
      />
      <EventTypesInput value={wish.types} onChange={(types) => onChange({ ...wish, types })} />
      <Checkbox
        label="In order"
        description="One event at a time: later ones wait for one that fails."
        checked={wish.ordered}
        onChange={({ currentTarget }) => onChange({ ...wish, ordered: currentTarget.checked })}
      />
      <Checkbox
        label="Allow private addresses"
        description="The address may be of a private network or of this machine, and may begin with http."
        checked={wish.allowPrivateAddresses}
        onChange={({ currentTarget }) => onChange({ ...wish, allowPrivateAddresses: currentTarget.checked })}
      />
    </Stack>
  );
}

function EventTypesInput({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (types: string[]) => void;
}) {
  const { data } = useEventTypes();
  const choices = useMemo(() => choicesOf((data?.items ?? []).map(({ type }) => type)), [data]);
  return (
    <TagsInput
      label="Events"
      description="Such as payment.captured, or payment.* for all of payments. None: all events."
      placeholder={value.length === 0 ? 'All events' : ''}
      data={choices}
      value={[...value]}
      onChange={onChange}
      splitChars={[',', ' ']}
      maxTags={50}
      limit={100}
      clearable
      clearButtonProps={{ 'aria-label': 'Clear the events' }}
    />
  );
}

/** Each type below its area, with one for all of the area first. */
function choicesOf(types: readonly string[]): { group: string; items: string[] }[] {
  const areas = Map.groupBy(types, (type) => type.split('.', 1)[0] ?? type);
  return [...areas].map(([area, items]) => ({ group: area, items: [`${area}.*`, ...items] }));
}
