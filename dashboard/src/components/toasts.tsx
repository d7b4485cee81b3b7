import { Notification, Portal, Stack } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { describeFault } from './describe-fault.ts';

interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Says briefly what came of an act: `done('The connection is paused.')`, `failed(error)`. Read out by screen readers. */
export interface Tell {
  done(text: string): void;
  failed(error: unknown): void;
}

const Context = createContext<Tell | undefined>(undefined);
const shownMs = 6_000;

export function useTell(): Tell {
  const tell = useContext(Context);
  if (tell === undefined) throw new Error('There are no toasts here.');
  return tell;
}

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const tell = useMemo<Tell>(() => {
    let count = 0;
    const show = (kind: Toast['kind'], text: string) => {
      count += 1;
      const id = count;
      setToasts((all) => [...all.slice(-3), { id, kind, text }]);
      // What failed stays until it was read.
      if (kind === 'done') setTimeout(() => close(id), shownMs);
    };
    return { done: (text) => show('done', text), failed: (error) => show('failed', describeFault(error).text) };
  }, [close]);
  return (
    <Context value={tell}>
      {children}
      <Portal>
        <Stack
          pos="fixed"
          bottom={16}
          right={16}
          w={360}
          maw="calc(100vw - 32px)"
          style={{ zIndex: 400 }}
          aria-live="polite"
        >
          {toasts.map(({ id, kind, text }) => (
            <Notification
              key={id}
              withBorder
              color={kind === 'done' ? 'teal' : 'red'}
              title={kind === 'done' ? undefined : 'That did not work'}
              closeButtonProps={{ 'aria-label': 'Close this message' }}
              onClose={() => close(id)}
            >
              {text}
            </Notification>
          ))}
        </Stack>
      </Portal>
    </Context>
  );
}
