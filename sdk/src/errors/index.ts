export { type CodeOf, type ErrorClass, type ErrorCode, errorClasses, errorCodes } from './codes.ts';
export {
  type ErrorDetails,
  type ErrorOptions,
  FairleadError,
  fromWireError,
  hasCode,
  isFairleadError,
  toWireError,
  type WireError,
} from './fairlead-error.ts';
