import { paymentGatewayConformance } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { manifest } from './gateway.ts';
import { stripeVendor } from './stripe-vendor.ts';

paymentGatewayConformance({ name: 'gateway-stripe', plugin, manifest, vendor: stripeVendor() });
