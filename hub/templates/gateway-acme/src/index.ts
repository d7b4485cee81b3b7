import { definePlugin } from '@fairlead/sdk';
import { createPaymentGateway } from './payment-gateway.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'gateway-acme', settings })({
  capabilities: { 'payment-gateway': createPaymentGateway },
});
