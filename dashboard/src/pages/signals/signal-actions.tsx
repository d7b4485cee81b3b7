import { Button, Group, Kbd, Switch, Text } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import type { Tagged } from '../../components/tagged.ts';
import { useMay } from '../../session/use-session.ts';
import { EditModal } from './edit-modal.tsx';
import { PublishModal } from './publish-modal.tsx';
import { RejectModal } from './reject-modal.tsx';
import type { ReviewMoves } from './review-moves.ts';
import type { Signal } from './use-signals.ts';

type Act = 'publish' | 'edit' | 'reject';

const allowed: Readonly<Record<Act, readonly Signal['status'][]>> = {
  publish: ['review', 'parsed', 'rejected'],
  edit: ['review', 'parsed', 'rejected', 'expired'],
  reject: ['review', 'parsed', 'published'],
};

/** Publish, edit and reject, by button and by key. */
export function SignalActions({
  found,
  onNext,
  onPrevious,
  onSettled,
}: ReviewMoves & { readonly found: Tagged<Signal> }) {
  const { status } = found.value;
  const may = useMay()('signals.review');
  const [act, setAct] = useState<Act>();
  // One key alone may be what somebody says to a speech program: it can be turned off (WCAG 2.1.4).
  const [keys, setKeys] = useLocalStorage({ key: 'fairlead-review-keys', defaultValue: true });
  const can = (one: Act) => may && allowed[one].includes(status);
  const on = (run: (() => void) | undefined) => () => {
    if (keys && act === undefined) run?.();
  };
  const begin = (one: Act) => (can(one) ? () => setAct(one) : undefined);
  useHotkeys([
    ['j', on(onNext)],
    ['k', on(onPrevious)],
    ['p', on(begin('publish'))],
    ['e', on(begin('edit'))],
    ['r', on(begin('reject'))],
  ]);
  const modal = { found, onClose: () => setAct(undefined) };
  return (
    <Group justify="space-between">
      <Group gap="xs">
        {can('publish') && <Button onClick={() => setAct('publish')}>Publish</Button>}
        {can('edit') && (
          <Button variant="default" onClick={() => setAct('edit')}>
            Edit
          </Button>
        )}
        {can('reject') && (
          <Button variant="default" onClick={() => setAct('reject')}>
            {status === 'published' ? 'Withdraw' : 'Reject'}
          </Button>
        )}
      </Group>
      <Group gap="sm">
        {keys && (
          <Text size="xs" c="dimmed">
            {onNext !== undefined && (
              <>
                <Kbd size="xs">j</Kbd> next <Kbd size="xs">k</Kbd> previous{' '}
              </>
            )}
            {(['publish', 'edit', 'reject'] as const).filter(can).map((one) => (
              <span key={one}>
                <Kbd size="xs">{one.charAt(0)}</Kbd> {one}{' '}
              </span>
            ))}
          </Text>
        )}
        {(may || onNext !== undefined) && (
          <Switch
            size="xs"
            label="Keys"
            checked={keys}
            onChange={({ currentTarget }) => setKeys(currentTarget.checked)}
          />
        )}
      </Group>
      <PublishModal {...modal} opened={act === 'publish'} onDone={onSettled} />
      <EditModal {...modal} opened={act === 'edit'} />
      <RejectModal {...modal} opened={act === 'reject'} onDone={onSettled} />
    </Group>
  );
}
