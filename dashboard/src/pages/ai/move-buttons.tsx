import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';

export interface Moves {
  readonly onMove: (by: 1 | -1) => void;
  readonly onDragStart: () => void;
  /** Where the pointer is, from the top of the window. */
  readonly onDrag: (y: number) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

/** What a row is dragged by; with the arrow keys it moves as well. */
export function MoveHandle({ name, moves }: { readonly name: string; readonly moves: Moves }) {
  const { keep, ref } = useKeptFocus();
  const dragging = useRef(false);
  const end = (act: () => void) => () => {
    if (!dragging.current) return;
    dragging.current = false;
    act();
  };
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    moves.onDragStart();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end(moves.onCancel)();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    // Otherwise the page scrolls as well.
    event.preventDefault();
    keep();
    moves.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ActionIcon
      ref={ref}
      variant="subtle"
      color="gray"
      className="drag-handle"
      aria-label={`Move ${name}: drag it, or press an arrow key`}
      onPointerDown={press}
      onPointerMove={({ clientY }) => dragging.current && moves.onDrag(clientY)}
      onPointerUp={end(moves.onDrop)}
      onPointerCancel={end(moves.onCancel)}
      onKeyDown={key}
    >
      <IconGripVertical size={18} aria-hidden />
    </ActionIcon>
  );
}

export function MoveButtons({
  name,
  isFirst,
  isLast,
  onMove,
}: {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: Moves['onMove'];
}) {
  return (
    <>
      <MoveButton label={`Move ${name} up`} isEnd={isFirst} onMove={() => onMove(-1)} by={-1} />
      <MoveButton label={`Move ${name} down`} isEnd={isLast} onMove={() => onMove(1)} by={1} />
    </>
  );
}

function MoveButton({
  label,
  isEnd,
  by,
  onMove,
}: {
  readonly label: string;
  readonly isEnd: boolean;
  readonly by: 1 | -1;
  readonly onMove: () => void;
}) {
  const { keep, ref } = useKeptFocus();
  const Icon = by === -1 ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      ref={ref}
      variant="default"
      size="lg"
      aria-label={label}
      // At the end it does nothing, and keeps the focus all the same.
      aria-disabled={isEnd}
      data-disabled={isEnd || undefined}
      onClick={() => {
        keep();
        onMove();
      }}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** A row that changes its place is taken out of the page for a moment, and what is focused in it loses the focus. */
function useKeptFocus() {
  const ref = useRef<HTMLButtonElement>(null);
  const kept = useRef(false);
  useLayoutEffect(() => {
    if (!kept.current) return;
    kept.current = false;
    ref.current?.focus();
  });
  return {
    ref,
    keep: () => {
      kept.current = true;
    },
  };
}
