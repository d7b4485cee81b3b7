export { type ChannelState, channelCollection, messageCollection, type StoredMessage } from './collections.ts';
export { createMessagesFlow } from './messages-flow.ts';
export { defaultSettings, type MessagesSettings } from './settings.ts';
export { type OutgoingMessage, outgoingCollection } from './sending/outgoing-message.ts';
