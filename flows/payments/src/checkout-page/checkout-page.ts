import type { RouteReply } from '@fairlead/core/flow-api';
import type { Gateway } from '../routing/choose.ts';
import type { Gateways } from '../routing/gateways.ts';
import { wantedOf } from '../routing/wanted.ts';
import type { PaymentTools } from '../tools.ts';
import { type Answers, createAnswers, type Visit } from './answers.ts';
import { type BeginAttempt, createBeginAttempt } from './begin-attempt.ts';
import { methodKey } from './methods.ts';
import { cancelledAddress, parsed, productAddress } from './product-address.ts';
import { openAttempt, type Stage, stageOf, type StageParts } from './stage.ts';
import { createVisitorLooks } from './visitor-looks.ts';

export interface CheckoutPageParts {
  readonly tools: PaymentTools;
  readonly gateways: Gateways;
  /** Asks the providers about a payment and commits what they say, without putting off the janitor. */
  look(paymentId: string): Promise<unknown>;
}

export interface PageQuery {
  /** How often the page has loaded itself. What stands in an address is anybody's. */
  readonly turn?: unknown;
}

export interface CheckoutPage {
  show(token: string, query: PageQuery): Promise<RouteReply>;
  /** @param told the payment's id, for the audit */
  choose(token: string, method: string, told: (paymentId: string) => void): Promise<RouteReply>;
  comeBack(token: string, query: PageQuery, from: 'return' | 'cancel'): Promise<RouteReply>;
}

/** No token has another form; not every database takes every text to look for. */
const tokenForm = /^[A-Za-z0-9_-]{32}$/;

type Found = Pick<Visit, 'id' | 'parts'>;

interface Desk extends Pick<CheckoutPageParts, 'gateways'> {
  readonly answers: Answers;
  readonly attempts: BeginAttempt;
  find(token: string): Promise<Found | undefined>;
  /** The same after the providers were asked. */
  lookedAt(found: Found): Promise<StageParts>;
  stageNow(state: StageParts['state']): StageParts;
}

/** What a payer sees of a payment, and does. */
export function createCheckoutPage({ tools, gateways, look }: CheckoutPageParts): CheckoutPage {
  const { clock, log, publicUrl } = tools.services;
  const visitorLooks = createVisitorLooks({ look, clock, log });
  const stageNow: Desk['stageNow'] = (state) => stageOf(state, clock.now());
  const desk: Desk = {
    gateways,
    stageNow,
    answers: createAnswers(gateways, publicUrl),
    attempts: createBeginAttempt(tools),
    async find(token) {
      const found = tokenForm.test(token) ? await tools.payments.findOne({ checkoutToken: token }) : undefined;
      return found === undefined ? undefined : { id: found.id, parts: stageNow(found.state) };
    },
    async lookedAt({ id, parts }) {
      await visitorLooks(id);
      const state = (await tools.payments.get(id))?.state;
      return state === undefined ? parts : stageNow(state);
    },
  };
  return {
    show: (token, query) => show(desk, token, query),
    choose: (token, method, told) => choose(desk, { token, method, told }),
    comeBack: (token, query, from) => comeBack(desk, token, { turn: turnOf(query), from }),
  };
}

/** Whoever opens the page of one of these waits for news. */
const waitsForNews: ReadonlySet<Stage> = new Set(['opening', 'unknown', 'confirming', 'processing', 'underpaid']);

async function show(desk: Desk, token: string, query: PageQuery): Promise<RouteReply> {
  const found = await desk.find(token);
  if (found === undefined) return desk.answers.notFound();
  const parts = waitsForNews.has(found.parts.stage) ? await desk.lookedAt(found) : found.parts;
  return desk.answers.stage({ id: found.id, parts, turn: turnOf(query), from: 'show' });
}

interface Choice {
  readonly token: string;
  readonly method: string;
  readonly told: (paymentId: string) => void;
}

async function choose(desk: Desk, { token, method, told }: Choice): Promise<RouteReply> {
  const { answers, attempts } = desk;
  const found = await desk.find(token);
  if (found === undefined) return answers.notFound();
  const { id } = found;
  told(id);
  const offered = await desk.gateways.choose(wantedOf(found.parts.state.intent));
  const gateway = offered.find(({ connection }) => methodKey(token, connection.id) === method);
  const same = gateway === undefined ? undefined : attempts.underWay(id, gateway);
  if (gateway !== undefined && same !== undefined)
    return goOn(desk, { state: await same, gateway, parts: found.parts });
  // Somebody may have paid meanwhile, and its webhook be late: nobody is to pay twice.
  const parts = found.parts.state.attempts.length > 0 ? await desk.lookedAt(found) : found.parts;
  if (parts.stage !== 'choose') return answers.page(parts);
  if (gateway === undefined) {
    return answers.choice(409, { id, parts, turn: 0, from: 'show' }, 'Please choose one of these ways of paying.');
  }
  const open = openAttempt(parts, gateway.connection.id);
  const state = open === undefined ? await attempts.begin(id, gateway) : parts.state;
  return goOn(desk, { state, gateway, parts });
}

interface Going {
  readonly state: StageParts['state'] | undefined;
  readonly gateway: Gateway;
  readonly parts: StageParts;
}

/** To the provider, where its checkout is open; else to the page, which says what came of it. */
function goOn({ answers, stageNow }: Desk, { state, gateway, parts }: Going): RouteReply {
  const open = state === undefined ? undefined : openAttempt(stageNow(state), gateway.connection.id);
  const address = parsed(open?.redirectUrl)?.href;
  return address === undefined ? answers.page(parts) : answers.elsewhere(address);
}

/** Nothing more is to be learnt of these. */
const over: ReadonlySet<Stage> = new Set(['paid', 'reserved', 'returned', 'cancelled', 'closed']);
/** What a product is told at once. What is about to be known, or may not be paid again, is shown here first. */
const toldAtOnce: ReadonlySet<Stage> = new Set([...over, 'processing', 'expired']);
/** So many pages after coming back without a word of the payment, the payer is offered to choose again. */
const waitingTurns = 6;

async function comeBack(desk: Desk, token: string, how: Pick<Visit, 'turn' | 'from'>): Promise<RouteReply> {
  const { answers } = desk;
  const found = await desk.find(token);
  if (found === undefined) return answers.notFound();
  const { id } = found;
  const parts = over.has(found.parts.stage) ? found.parts : await desk.lookedAt(found);
  const { stage, standing } = parts;
  const address = toldAtOnce.has(stage)
    ? productAddress(id, parts)
    : stage === 'choose' && how.from === 'cancel'
      ? cancelledAddress(id, parts)
      : undefined;
  if (address !== undefined) return answers.elsewhere(address);
  const visit: Visit = { id, parts, ...how };
  const waits = how.from === 'return' && stage === 'choose' && standing.status === 'requires_action';
  return waits && how.turn < waitingTurns ? answers.result(visit, 'waiting') : answers.stage(visit);
}

function turnOf({ turn }: PageQuery): number {
  return typeof turn === 'string' && /^\d{1,2}$/.test(turn) ? Number(turn) : 0;
}
