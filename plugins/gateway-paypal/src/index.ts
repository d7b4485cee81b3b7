import { definePlugin } from '@fairlead/sdk';
import { paypalGateway } from './payment-gateway.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'gateway-paypal', settings })({
  capabilities: { 'payment-gateway': (context) => paypalGateway(context) },
});
