export { type Codec, compileCodec, copyJson, type SecretHandles, WireFormError } from './codec.ts';
export {
  bigint,
  bytes,
  closedObject,
  decimalText,
  httpUrl,
  longText,
  moneySchema,
  namedRecord,
  record,
  secret,
  text,
  timestampText,
  type WireForm,
  wireKeyword,
} from './types.ts';
export { mostBytesKeyword, withCopiedBytes, withDiscriminators } from './union-tag.ts';
