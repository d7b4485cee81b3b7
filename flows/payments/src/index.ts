export { createPaymentsFlow } from './payments-flow.ts';
