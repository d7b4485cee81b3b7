import { paymentGatewayConformance } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { manifest } from './gateway.ts';
import { paypalVendor } from './paypal-vendor.ts';

// By postback, which goes to the counterparty on both hosts. By certificate: conformance-by-certificate.test.ts.
paymentGatewayConformance({ name: 'gateway-paypal', plugin, manifest, vendor: paypalVendor('postback') });
