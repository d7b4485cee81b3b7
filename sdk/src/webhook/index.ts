export {
  invalidReasons,
  invalidWebhook,
  type WebhookRequest,
  type WebhookResponse,
  webhookEventMembers,
  webhookMaxBytes,
  webhookRequest,
  webhookResponse,
  webhookResult,
} from './contract.ts';
export { hmac, macEquals } from './signature.ts';
