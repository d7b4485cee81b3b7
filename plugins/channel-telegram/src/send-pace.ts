import { type Call, type Clock, delay, FairleadError } from '@fairlead/sdk';

/**
 * Telegram's limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). Beyond them it
 * answers 429, and who goes on then is shut out for longer.
 */
const perChatMs = 1_000;
const perGroup = { most: 20, withinMs: 60_000 } as const;
const overall = { most: 30, withinMs: 1_000 } as const;
/** Left of the call's time for the request itself. */
const marginMs = 5_000;
/** Turns that are given up make room for older ones. */
const mostKept = 2 * perGroup.most;

/** Keeps one connection's messages as far apart as Telegram wants them. */
export interface SendPace {
  /**
   * Resolves when a message may be sent to this chat; messages of one chat keep their order.
   * @throws FairleadError `rate_limited` at once where that is later than the call allows; nothing was sent then
   */
  turn(chatId: string, call: Pick<Call, 'signal' | 'timeoutMs'>): Promise<void>;
  /** Telegram wants a pause in this chat. */
  hold(chatId: string, pauseMs: number): void;
}

interface Chat {
  /** When messages go out, past and to come, oldest first. */
  readonly turns: number[];
  heldUntil: number;
}

/** For those who need none. */
export const noPace: SendPace = { turn: async () => {}, hold: () => {} };

/** In memory: another node, and this one after a restart, knows nothing of it, and Telegram's own 429 has to do. */
export function createSendPace(clock: Clock): SendPace {
  const chats = new Map<string, Chat>();
  const all: number[] = [];
  return {
    async turn(chatId, { signal, timeoutMs }) {
      const now = clock.monotonic();
      forget(chats, all, now);
      const chat = chatOf(chats, chatId);
      const at = freeAmongAll(all, earliest(chat, isGroup(chatId), now));
      const waitMs = Math.ceil(at - now);
      if (waitMs > Math.max(0, timeoutMs - marginMs)) throw tooSoon(waitMs);
      chat.turns.splice(0, Math.max(0, chat.turns.length - mostKept));
      chat.turns.push(at);
      insert(all, at);
      try {
        if (waitMs > 0) await delay(clock, waitMs, signal);
        mustNotBeHeld(chat, clock.monotonic());
      } catch (error) {
        // Whoever gave up leaves the turn to others.
        remove(chat.turns, at);
        remove(all, at);
        throw error;
      }
    },
    hold(chatId, pauseMs) {
      const chat = chatOf(chats, chatId);
      chat.heldUntil = Math.max(chat.heldUntil, clock.monotonic() + pauseMs);
    },
  };
}

/** Another message of the chat, sent in the meantime, may have been answered with a pause. */
function mustNotBeHeld({ heldUntil }: Chat, now: number): void {
  if (heldUntil > now) throw tooSoon(Math.ceil(heldUntil - now));
}

function tooSoon(waitMs: number): FairleadError {
  const message = `Telegram lets the next message into this chat in ${waitMs} milliseconds. Nothing was sent.`;
  return new FairleadError('rate_limited', { message, retryAfterMs: waitMs });
}

/** Ids of groups and channels are negative (https://core.telegram.org/bots/api#chat); only they have names to send to. */
function isGroup(chatId: string): boolean {
  return !/^\d+$/.test(chatId);
}

function chatOf(chats: Map<string, Chat>, chatId: string): Chat {
  const name = chatId.toLowerCase();
  const chat = chats.get(name) ?? { turns: [], heldUntil: Number.NEGATIVE_INFINITY };
  chats.set(name, chat);
  return chat;
}

function earliest({ turns, heldUntil }: Chat, group: boolean, now: number): number {
  const afterLast = (turns.at(-1) ?? Number.NEGATIVE_INFINITY) + perChatMs;
  const afterMany = group ? (turns.at(-perGroup.most) ?? Number.NEGATIVE_INFINITY) + perGroup.withinMs : now;
  return Math.max(now, heldUntil, afterLast, afterMany);
}

/** The first moment from `from` on at which one more leaves no second with more than Telegram allows. */
function freeAmongAll(all: readonly number[], from: number): number {
  if (fits(all, from)) return from;
  const later = all.map((turn) => turn + overall.withinMs).filter((moment) => moment > from);
  return later.find((moment) => fits(all, moment)) ?? from;
}

function fits(all: readonly number[], moment: number): boolean {
  const near = all.filter((turn) => Math.abs(turn - moment) < overall.withinMs);
  // Each window that holds the moment begins at one of its neighbours before it, or at the moment itself.
  const starts = [...near.filter((turn) => turn <= moment), moment];
  return starts.every(
    (start) => near.filter((turn) => turn >= start && turn < start + overall.withinMs).length < overall.most,
  );
}

function insert(all: number[], moment: number): void {
  const place = all.findIndex((turn) => turn > moment);
  all.splice(place < 0 ? all.length : place, 0, moment);
}

function remove(turns: number[], moment: number): void {
  const place = turns.lastIndexOf(moment);
  if (place >= 0) turns.splice(place, 1);
}

function forget(chats: Map<string, Chat>, all: number[], now: number): void {
  all.splice(0, all.filter((turn) => turn <= now - overall.withinMs).length);
  for (const [name, { turns, heldUntil }] of chats) {
    const isIdle = heldUntil <= now && (turns.at(-1) ?? Number.NEGATIVE_INFINITY) <= now - perGroup.withinMs;
    if (isIdle) chats.delete(name);
  }
}
