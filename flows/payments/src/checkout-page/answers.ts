import type { RouteReply } from '@fairlead/core/flow-api';
import type { Gateways } from '../routing/gateways.ts';
import { wantedOf } from '../routing/wanted.ts';
import { methodOf } from './methods.ts';
import { pageReply, redirectTo } from './page-shell.ts';
import { choicePage, type PageFrame, resultPage, type ResultPage, unknownPage } from './pages.ts';
import { lastProblem } from './payer-words.ts';
import { leaveAddress, parsed, productAddress } from './product-address.ts';
import type { StageParts } from './stage.ts';

/** Somebody at the page of a payment. */
export interface Visit {
  readonly id: string;
  readonly parts: StageParts;
  /** How often the page has loaded itself. */
  readonly turn: number;
  readonly from: 'show' | 'return' | 'cancel';
}

/** What a visitor may get. */
export interface Answers {
  /** For an address that is nobody's. */
  notFound(): RouteReply;
  /** The ways of paying. @param note what the payer should read first; default: what became of the last try */
  choice(status: number, visit: Visit, note?: string): Promise<RouteReply>;
  /** How it stands. */
  result(visit: Visit, stage: ResultPage['stage']): RouteReply;
  /** One of both, as the payment's stage is. */
  stage(visit: Visit): Promise<RouteReply>;
  elsewhere(address: string): RouteReply;
  /** The payment's page itself, read anew. */
  page(parts: StageParts): RouteReply;
}

/** Seconds until a page loads itself again: less and less often, and in the end no more. */
const pauses: readonly number[] = [2, 3, 3, 5, 5, 5, 10, 10, 10, 20, 20, 30, 30, 60, 60, 60, 60, 60, 60, 60];

/** @param publicUrl where payers reach the hub; it may have a path */
export function createAnswers(gateways: Gateways, publicUrl: () => string): Answers {
  const secure = () => publicUrl().startsWith('https:');
  const pathOf = ({ state: { checkoutToken } }: StageParts) =>
    `${new URL(publicUrl()).pathname.replace(/\/$/, '')}/pay/${checkoutToken}`;
  const frameOf = ({ parts, turn, from }: Visit): PageFrame => {
    const path = pathOf(parts);
    const page = from === 'show' ? path : `${path}/${from}`;
    return { intent: parts.state.intent, path, refreshSeconds: pauses[turn], refreshTo: `${page}?turn=${turn + 1}` };
  };
  const answers: Answers = {
    notFound: () => pageReply(404, unknownPage, secure()),
    async choice(status, visit, note = noteOf(visit)) {
      const { parts } = visit;
      const offered = await gateways.choose(wantedOf(parts.state.intent));
      const methods = offered.map((gateway) => methodOf(parts, gateway));
      return pageReply(status, choicePage(frameOf(visit), { methods, note, leave: leaveAddress(parts) }), secure());
    },
    result: (visit, stage) => pageReply(200, resultPage(frameOf(visit), resultOf(visit, stage)), secure()),
    async stage(visit) {
      const { stage } = visit.parts;
      return stage === 'choose' ? answers.choice(200, visit) : answers.result(visit, stage);
    },
    elsewhere: (address) => redirectTo(address, secure()),
    page: (parts) => redirectTo(pathOf(parts), secure()),
  };
  return answers;
}

function noteOf({ parts, from }: Visit): string | undefined {
  return lastProblem(parts) ?? (from === 'show' ? undefined : 'You have not paid yet.');
}

function resultOf({ id, parts }: Visit, stage: ResultPage['stage']): ResultPage {
  const { state, standing } = parts;
  const leading = state.attempts.find(({ number }) => number === standing.leading);
  return {
    stage,
    total: leading?.asked ?? state.intent.amount,
    back: productAddress(id, parts),
    payRest: stage === 'underpaid' ? parsed(leading?.redirectUrl)?.href : undefined,
  };
}
