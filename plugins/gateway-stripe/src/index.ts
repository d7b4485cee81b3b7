import { definePlugin } from '@fairlead/sdk';
import { stripeGateway } from './payment-gateway.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'gateway-stripe', settings })({
  capabilities: { 'payment-gateway': stripeGateway },
});
