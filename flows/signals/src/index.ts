export { createSignalsFlow } from './signals-flow.ts';
export { signalEvents } from './events.ts';
export type { SignalsSettings } from './settings.ts';
export { type ChannelPolicy, defaultPolicy, parserCollection, type ParserState } from './model/parser.ts';
export { readingCollection, type ReadingState } from './model/reading.ts';
export { signalCollection, type SignalState, type SignalStatus } from './model/signal.ts';
export { updateCollection, type UpdateState } from './model/update.ts';
export { createParser, type MessageParser } from './parse/index.ts';
