export { placeId, resolveAddress, withoutQuery } from './addresses.ts';
export { byteOrderMark, headerCharset, tryDecode } from './charsets.ts';
export { cleanText, longestText } from './clean-text.ts';
export { fullYear, instantText, zoneMinutes } from './dates.ts';
export { contentFingerprint, fingerprint, nextRevision } from './fingerprint.ts';
export { retryAfterMs, validatorOf } from './http-hints.ts';
export {
  type ItemParts,
  type KnownIds,
  type NamedItem,
  type NamedItems,
  nameItems,
  sharedPartOf,
} from './name-items.ts';
export { createTextLayout, isHiddenByStyle, type TextLayout, unseenElements } from './text-layout.ts';
export {
  fitCursor,
  moveWindow,
  oldestFirst,
  type Remembered,
  rememberedKey,
  secondsOf,
  type SeenWindow,
  type WindowMove,
} from './window.ts';
