import { Text, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { ConfigurationCard } from './configuration-card.tsx';
import type { Configuration } from './use-configurations.ts';
import { useOrder } from './use-order.ts';

/** The configurations, to be put in order by the pointer, by buttons, or by the arrow keys on the handle. */
export function ConfigurationList({ items: known }: { readonly items: readonly Configuration[] }) {
  const may = useMay()('ai.configure');
  const order = useOrder(known);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly from: number }>();
  const [said, setSaid] = useState('');
  const { items } = order;
  const placeOf = (id: string) => items.findIndex((one) => one.id === id);

  function move(id: string, by: 1 | -1): void {
    const to = placeOf(id) + by;
    const name = items[placeOf(id)]?.name ?? '';
    if (to < 0 || to >= items.length) {
      setSaid(`${name} is ${to < 0 ? 'the first' : 'the last'} already.`);
      return;
    }
    order.move(id, to);
    setSaid(`${name} is number ${to + 1} of ${items.length} now.`);
  }

  function dragOver(id: string, y: number): void {
    const to = placeAt(list.current, y);
    if (to !== undefined && to !== placeOf(id)) order.show(id, to);
  }

  function takeBack(id: string): void {
    if (dragged !== undefined) order.show(id, dragged.from);
    setDragged(undefined);
    order.forget();
  }

  function drop(id: string): void {
    setDragged(undefined);
    if (placeOf(id) === dragged?.from) return order.forget();
    order.save();
    setSaid(`${items[placeOf(id)]?.name ?? ''} is number ${placeOf(id) + 1} of ${items.length} now.`);
  }

  return (
    <>
      {may && items.length > 1 && (
        <Text size="sm" c="dimmed" mb="xs">
          Drag a handle, press an arrow key on it, or use the buttons. The order is saved at once.
        </Text>
      )}
      <ol ref={list} className="plain-list" aria-label="Configurations in order">
        {items.map((configuration, index) => (
          <ConfigurationCard
            key={configuration.id}
            configuration={configuration}
            place={index + 1}
            of={items.length}
            isDragged={dragged?.id === configuration.id}
            {...(may && items.length > 1
              ? {
                  moves: {
                    onMove: (by) => move(configuration.id, by),
                    onDragStart: () => setDragged({ id: configuration.id, from: index }),
                    onDrag: (y) => dragOver(configuration.id, y),
                    onDrop: () => drop(configuration.id),
                    onCancel: () => takeBack(configuration.id),
                  },
                }
              : {})}
          />
        ))}
      </ol>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
    </>
  );
}

/** The place in the list that a height on the screen is at. */
function placeAt(list: HTMLOListElement | null, y: number): number | undefined {
  if (list === null) return undefined;
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const at = rows.findIndex(({ bottom }) => y < bottom);
  return at === -1 ? rows.length - 1 : at;
}
