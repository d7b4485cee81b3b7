import type { StoredEvent } from '../storage/index.ts';

/** Events as they are sent: made once, and the same bytes for everybody who is sent the same event. */
export interface SentForms {
  /** A message of the websocket. */
  message(event: StoredEvent): Buffer;
  /** Of server-sent events, with the sequence as its id. */
  lines(event: StoredEvent): string;
}

/** @param show the form in which events are shown: CloudEvents */
export function createSentForms(show: (event: StoredEvent) => unknown): SentForms {
  return {
    message: once((event) =>
      Buffer.from(`{"type":"event","event":${JSON.stringify(show(event))},"sequence":${event.sequence}}`),
    ),
    lines: once((event) => `id: ${event.sequence}\ndata: ${JSON.stringify(show(event))}\n\n`),
  };
}

/** Kept for as long as the event itself. */
function once<Form>(make: (event: StoredEvent) => Form): (event: StoredEvent) => Form {
  const made = new WeakMap<StoredEvent, { readonly form: Form }>();
  return (event) => {
    const known = made.get(event);
    if (known !== undefined) return known.form;
    const form = make(event);
    made.set(event, { form });
    return form;
  };
}
