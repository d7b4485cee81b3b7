import { Tooltip } from '@mantine/core';
import { agoText } from './ago-text.ts';
import { useNow } from './use-now.ts';

const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment in the time of whoever looks, in UTC on hover and focus. `ago`: how long it is, and is kept fresh. */
export function Time({ at, ago = false }: { readonly at: string; readonly ago?: boolean }) {
  const text = ago ? <Ago at={at} /> : local.format(new Date(at));
  return (
    <Tooltip
      label={`${ago ? `${local.format(new Date(at))} · ` : ''}${at.replace('T', ' ').replace(/(\.\d+)?Z$/, '')} UTC`}
      openDelay={200}
    >
      <time dateTime={at} className="numbers moment">
        {text}
      </time>
    </Tooltip>
  );
}

function Ago({ at }: { readonly at: string }) {
  const now = useNow();
  return <>{agoText(Date.parse(at), now)}</>;
}
