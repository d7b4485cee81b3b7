import { type FlowServices, HubError, isStorageError, type Stored } from '@fairlead/core/flow-api';
import {
  defaultContent,
  defaultPolicy,
  mostFormer,
  type ParserContent,
  parserCollection,
  type ParserState,
} from '../model/parser.ts';
import type { ParserRules } from '../model/parse-result.ts';
import type { MakeParser, TextParser } from './text-parser.ts';

/** What one channel is read with, compiled. */
export interface ChannelParser extends ParserContent {
  /** 0 for a channel without rules of its own. */
  readonly version: number;
  readonly parser: TextParser;
}

export interface Parsers {
  /** Kept compiled; a change on this node counts at once, one on another node after {@link refreshEveryMs}. */
  of(connectionId: string): Promise<ChannelParser>;
  get(connectionId: string): Promise<Stored<ParserState> | undefined>;
  list(options: { limit: number; cursor?: string }): Promise<{
    readonly items: readonly Stored<ParserState>[];
    readonly nextCursor: string | null;
  }>;
  /** @throws HubError `version_conflict` when it is not at `ifMatch`, `invalid_request` for rules that do not compile */
  put(connectionId: string, content: ParserContent, change: ParserChange): Promise<Stored<ParserState>>;
  /** Back to no rules; what it was stays among the former ones. @throws HubError `not_found`, `version_conflict` */
  remove(connectionId: string, change: ParserChange): Promise<void>;
  compile(rules: ParserRules): TextParser;
}

export interface ParserChange {
  readonly by: string;
  readonly ifMatch: number | undefined;
}

const refreshEveryMs = 5_000;

type Services = Pick<FlowServices, 'clock' | 'event' | 'repository'>;

export function createParsers({ clock, event, repository }: Services, makeParser: MakeParser): Parsers {
  const parsers = repository(parserCollection);
  let plain: ChannelParser | undefined;
  // Not before it is needed: to read the words of eight languages takes a fifth of a second.
  const plainParser = () => (plain ??= { ...defaultContent, version: 0, parser: makeParser({}) });
  const cache = new Map<string, { readonly until: number; readonly parser: ChannelParser }>();

  const compiled = (connectionId: string, state: ParserState | undefined): ChannelParser => {
    if (state === undefined || state.removed) return { ...plainParser(), version: state?.version ?? 0 };
    const known = cache.get(connectionId)?.parser;
    const { rules, policy, ai, version } = state;
    if (known?.version === version) return known;
    return { rules, policy, ai, version, parser: makeParser(rules) };
  };
  const write = async (
    connectionId: string,
    before: Stored<ParserState> | undefined,
    after: { readonly content: ParserContent; readonly removed: boolean },
    { by, ifMatch }: ParserChange,
  ) => {
    if (ifMatch !== undefined && ifMatch !== (before?.version ?? 0)) throw overtaken();
    const version = (before?.state.version ?? 0) + 1;
    const state: ParserState = {
      ...after.content,
      removed: after.removed,
      version,
      changedAt: clock.now(),
      changedBy: by,
      former: formerOf(before?.state),
    };
    const told = { connectionId, version, removed: after.removed, by };
    const events = [event('parser.changed', connectionId, told)];
    try {
      const stored = await parsers.commit({ ...before, id: connectionId, state, events }, before?.version ?? 0);
      cache.delete(connectionId);
      return stored;
    } catch (cause) {
      if (isStorageError(cause, 'version_conflict')) throw overtaken(cause);
      throw cause;
    }
  };
  return {
    compile: makeParser,
    async of(connectionId) {
      const known = cache.get(connectionId);
      if (known !== undefined && known.until > clock.monotonic()) return known.parser;
      const stored = await parsers.get(connectionId);
      const parser = compiled(connectionId, stored?.state);
      cache.set(connectionId, { until: clock.monotonic() + refreshEveryMs, parser });
      return parser;
    },
    get: (connectionId) => parsers.get(connectionId),
    list: (options) => parsers.list(options),
    async put(connectionId, content, change) {
      try {
        makeParser(content.rules);
      } catch (cause) {
        throw new HubError('invalid_request', { errors: [{ path: '/rules', message: 'cannot be compiled' }], cause });
      }
      return write(connectionId, await parsers.get(connectionId), { content, removed: false }, change);
    },
    async remove(connectionId, change) {
      const before = await parsers.get(connectionId);
      if (before === undefined || before.state.removed) {
        throw new HubError('not_found', { detail: 'This channel has no rules of its own.' });
      }
      await write(connectionId, before, { content: defaultContent, removed: true }, change);
    },
  };
}

function formerOf(before: ParserState | undefined): ParserState['former'] {
  if (before === undefined) return [];
  const { rules, policy, ai, version, changedAt, changedBy, former } = before;
  return [...former, { rules, policy, ai, version, changedAt, changedBy }].slice(-mostFormer);
}

function overtaken(cause?: unknown): HubError {
  return new HubError('version_conflict', { detail: 'Somebody else changed it meanwhile; read it anew.', cause });
}

/** What a request leaves out is as it is by default. */
export interface PartialContent {
  readonly rules?: ParserRules | undefined;
  readonly policy?:
    | (Partial<Omit<ParserContent['policy'], 'publish'>> & {
        readonly publish?: Partial<ParserContent['policy']['publish']>;
      })
    | undefined;
  readonly ai?: Partial<ParserContent['ai']> | undefined;
}

export function wholeContent({ rules = {}, policy = {}, ai = {} }: PartialContent): ParserContent {
  return {
    rules,
    policy: { ...defaultPolicy, ...policy, publish: { ...defaultPolicy.publish, ...policy.publish } },
    ai: { ...defaultContent.ai, ...ai },
  };
}
