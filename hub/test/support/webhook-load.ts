import { connect, type Socket } from 'node:net';
import type { Random } from './random.ts';
import { signature, stripeEvent } from './stripe-events.ts';

/** What a vendor knows of the events it sent. */
export interface Delivery {
  readonly body: string;
  /** How often it was written to a socket; not each time as a whole. */
  sent: number;
  /** How often it was answered 2xx. */
  acknowledged: number;
}

export interface Load {
  /** By event id. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Statuses other than 2xx, with their number. */
  readonly refused: ReadonlyMap<number, number>;
  /** Resolves with the first acknowledgement. */
  readonly begun: Promise<void>;
  /** Resolves when every socket is closed; they end when the hub does, or by `stop`. */
  readonly ended: Promise<void>;
  stop(): void;
}

export interface LoadOptions {
  readonly port: number;
  readonly connectionId: string;
  readonly random: Random;
  readonly sockets: number;
  /** How many of the events were sent before, from 0 to 1. */
  readonly repeats: number;
  /** How many requests a socket sends without waiting for answers, at most. */
  readonly inFlight: number;
}

/** Sends signed events over bare sockets for as long as they hold: new ones, and some that were sent before. */
export function startLoad(options: LoadOptions): Load {
  const deliveries = new Map<string, Delivery>();
  const refused = new Map<number, number>();
  const sockets = new Set<Socket>();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const answered = (id: string, status: number) => {
    if (status < 200 || status > 299) return void refused.set(status, (refused.get(status) ?? 0) + 1);
    const delivery = deliveries.get(id);
    if (delivery !== undefined) delivery.acknowledged += 1;
    begin();
  };
  const nextId = chooser(options, deliveries);
  const bodyOf = (id: string) => deliveries.get(id)?.body ?? '';
  const ended = Promise.all(
    Array.from({ length: options.sockets }, () => sender(options, { sockets, nextId, bodyOf, answered })),
  );
  return {
    deliveries,
    refused,
    begun,
    ended: ended.then(() => undefined),
    stop() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** An event of those sent lately, or a new one. */
function chooser({ random, repeats }: LoadOptions, deliveries: Map<string, Delivery>): () => string {
  const lately: string[] = [];
  return () => {
    const id = lately.length > 0 && random.next() < repeats ? random.pick(lately) : `evt_${random.hex(24)}`;
    const delivery = deliveries.get(id) ?? { body: stripeEvent(id), sent: 0, acknowledged: 0 };
    if (delivery.sent === 0) lately.push(id);
    if (lately.length > 50) lately.shift();
    delivery.sent += 1;
    deliveries.set(id, delivery);
    return id;
  };
}

interface SenderParts {
  readonly sockets: Set<Socket>;
  readonly nextId: () => string;
  readonly bodyOf: (id: string) => string;
  readonly answered: (id: string, status: number) => void;
}

function sender(
  { port, connectionId, inFlight, random }: LoadOptions,
  { sockets, nextId, bodyOf, answered }: SenderParts,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
    const waiting: string[] = [];
    let text = '';
    const send = () => {
      while (waiting.length < inFlight) {
        const id = nextId();
        waiting.push(id);
        socket.write(request(port, connectionId, bodyOf(id)));
        if (random.next() < 0.3) return;
      }
    };
    sockets.add(socket);
    socket.on('connect', send);
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let taken = take(text); taken !== undefined; taken = take(text)) {
        text = taken.rest;
        answered(waiting.shift() ?? '', taken.status);
      }
      send();
    });
    // A reset is what a killed hub looks like from here; `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      resolve();
    });
  });
}

function request(port: number, connectionId: string, body: string): string {
  return (
    `POST /hooks/${connectionId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
    `Stripe-Signature: ${signature(body)}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** The first whole answer in a text. */
function take(text: string): { readonly status: number; readonly rest: string } | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  if (text.length < head + 4 + length) return undefined;
  return { status: Number(text.slice(9, 12)), rest: text.slice(head + 4 + length) };
}
