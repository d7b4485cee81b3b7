export {
  type Delivery,
  type DeliveryAttempt,
  type DeliveryStatus,
  deliveryStatuses,
  webhookDeliveries,
} from './delivery.ts';
export { type DisabledReason, type WebhookEndpoint, webhookEndpoints } from './endpoint.ts';
export { type Redelivery, type RedeliveryRequest, webhookRedeliveries } from './redelivery.ts';
export { httpSender, type MakeSender, type WebhookReply, type WebhookSender } from './send.ts';
export {
  createWebhooks,
  type DeliveryFilter,
  type EndpointPatch,
  type NewEndpoint,
  type Webhooks,
  type WebhooksOptions,
} from './webhooks.ts';
