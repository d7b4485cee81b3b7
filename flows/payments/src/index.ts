export { createPaymentsFlow } from './payments-flow.ts';
export type { PaymentsSettings } from './settings.ts';
