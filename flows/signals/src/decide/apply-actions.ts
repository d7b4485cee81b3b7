import type { Decimal, ParsedSignal, UpdateAction } from '../model/parse-result.ts';
import type { Reason, Standing } from '../model/signal.ts';
import { compareDecimals } from '../parse/decimal.ts';
import { checkSignal } from '../parse/index.ts';
import { isBeyond } from './levels.ts';
import { reason } from './reasons.ts';

export interface Applied {
  readonly standing: Standing;
  /** The channel is done with it: stopped out, all targets reached, closed or cancelled. */
  readonly over: 'closed' | 'cancelled' | 'stop' | 'targets' | null;
  /** Why a person has to look first. Then nothing is to be applied. */
  readonly refused: readonly Reason[];
}

/**
 * What a published signal stands at after an update. No quote is known here, so what is right for a stop is decided by
 * what the channel itself has said:
 * - it is behind the entry, and no further from it than before: always;
 * - it is beyond the entry, in profit: only when a target was reached (before, or by this very message), and short of
 *   the next target that is still open;
 * - anything else is for a person.
 * @param force a person has read what speaks against it: levels go where they say
 */
export function applyActions(
  signal: ParsedSignal,
  before: Standing,
  actions: readonly UpdateAction[],
  force = false,
): Applied {
  // What was reached comes first: it is what allows a stop in profit.
  const ordered = [
    ...actions.filter(({ type }) => type === 'tp_hit'),
    ...actions.filter(({ type }) => type !== 'tp_hit'),
  ];
  let state: Applied = { standing: before, over: null, refused: [] };
  for (const action of ordered) {
    const next = applyOne(signal, state.standing, action, force);
    state = { standing: next.standing, over: next.over ?? state.over, refused: [...state.refused, ...next.refused] };
  }
  return state;
}

function applyOne(signal: ParsedSignal, standing: Standing, action: UpdateAction, force: boolean): Applied {
  const done = (change: Partial<Standing>, over: Applied['over'] = null): Applied => ({
    standing: { ...standing, ...change },
    over,
    refused: [],
  });
  const refuse = (...refused: readonly Reason[]): Applied => ({ standing, over: null, refused });
  switch (action.type) {
    case 'move_sl': {
      if (action.price === undefined) return refuse(reason('stop_missing'));
      const fault = force ? undefined : faultOfStop(signal, standing, action.price);
      return fault === undefined ? done({ stopLoss: action.price, breakEven: false }) : refuse(fault);
    }
    case 'move_sl_be': {
      const { entry } = signal;
      const point = entry !== null && entry[0] === entry[1] ? entry[0] : standing.stopLoss;
      return done({ breakEven: true, stopLoss: point });
    }
    case 'close':
      return done({ closing: true }, 'closed');
    case 'cancel':
      return done({ closing: true }, 'cancelled');
    case 'sl_hit':
      return done({ closing: true }, 'stop');
    case 'close_part':
      return done({ closedParts: [...standing.closedParts, action.percent ?? null] });
    case 'tp_hit':
      return hitTarget(signal, standing, action.index);
    case 'set_levels':
      return setLevels(signal, standing, action, force);
  }
}

function hitTarget({ runner }: ParsedSignal, standing: Standing, index: number | undefined): Applied {
  const { takeProfits, hit } = standing;
  const number = index ?? Math.max(0, ...hit) + 1;
  if (number > takeProfits.length + (runner ? 1 : 0)) {
    return { standing, over: null, refused: [reason('target_number_unknown')] };
  }
  // The third target lies behind the first and the second.
  const reached = Array.from({ length: number }, (_, place) => place + 1);
  const all = [...new Set([...hit, ...reached])].toSorted((left, right) => left - right);
  const isOver = !runner && takeProfits.length > 0 && all.length >= takeProfits.length;
  return {
    standing: { ...standing, hit: all, ...(isOver ? { closing: true } : {}) },
    over: isOver ? 'targets' : null,
    refused: [],
  };
}

function setLevels(
  signal: ParsedSignal,
  standing: Standing,
  { stopLoss, takeProfits }: Extract<UpdateAction, { type: 'set_levels' }>,
  force: boolean,
): Applied {
  const next = { ...standing, ...(takeProfits === undefined ? {} : { takeProfits }) };
  const fault = stopLoss === undefined || force ? undefined : faultOfStop(signal, next, stopLoss);
  if (fault !== undefined) return { standing, over: null, refused: [fault] };
  // A stop in profit was looked at above: the targets are checked against the entry alone.
  const wrong = checkSignal({ ...signal, stopLoss: null, takeProfits: next.takeProfits });
  if (wrong !== undefined && !force) return { standing, over: null, refused: [reason('levels_wrong'), reason(wrong)] };
  const moved = stopLoss === undefined ? {} : { stopLoss, breakEven: false };
  return { standing: { ...next, ...moved }, over: null, refused: [] };
}

function faultOfStop(signal: ParsedSignal, standing: Standing, price: Decimal): Reason | undefined {
  const { side, entry } = signal;
  const far = checkSignal({ ...signal, stopLoss: price, takeProfits: [] });
  if (far === 'sl_magnitude') return reason(far);
  const open = standing.takeProfits.filter((_target, index) => !standing.hit.includes(index + 1));
  if (open.some((target) => !isBeyond(side, target, price))) return reason('stop_beyond_target');
  const inProfit = entry !== null && isBeyond(side, price, entry[side === 'buy' ? 1 : 0]);
  if (inProfit && standing.hit.length === 0) return reason('stop_beyond_entry');
  const isBehind = standing.stopLoss !== null && isBeyond(side, standing.stopLoss, price);
  if (isBehind && compareDecimals(standing.stopLoss ?? price, price) !== 0) return reason('stop_widened');
  return undefined;
}
