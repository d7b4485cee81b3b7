import { paymentGatewayConformance } from '@fairlead/sdk/testing';
import { answer, manifest, pluginTrusting } from './gateway.ts';
import { paypalVendor, pki } from './paypal-vendor.ts';

paymentGatewayConformance({
  name: 'gateway-paypal, verifying by certificate,',
  plugin: pluginTrusting([pki.root.pem], async () => answer(200, pki.file)),
  manifest,
  vendor: paypalVendor('certificate'),
});
