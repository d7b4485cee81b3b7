export { type HubErrorCode, hubErrorCodes } from './codes.ts';
export { HubError, type HubErrorOptions, isHubError, type RequestFault } from './hub-error.ts';
