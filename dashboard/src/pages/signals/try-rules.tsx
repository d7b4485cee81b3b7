import { Stack, Text } from '@mantine/core';
import { FaultAlert } from '../../components/states.tsx';
import { type ParserDraft, rulesOf } from './rules-draft.ts';
import { TryBox } from './try-box.tsx';

/** Tries the rules in the form, before they are saved. */
export function TryRules({ connection, draft }: { readonly connection: string; readonly draft: ParserDraft }) {
  try {
    return (
      <Stack>
        <Text size="sm" c="dimmed">
          With the rules as they stand in the form, saved or not.
        </Text>
        <TryBox connection={connection} rules={rulesOf(draft.rules)} />
      </Stack>
    );
  } catch (error) {
    return <FaultAlert error={error} />;
  }
}
