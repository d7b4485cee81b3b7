import { definePlugin } from '@fairlead/sdk';
import { cryptoGateway } from './payment-gateway.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'gateway-crypto', settings })({
  capabilities: { 'payment-gateway': cryptoGateway },
});
