import { createHmac } from 'node:crypto';
import { moneyToDecimal } from '@fairlead/sdk';
import type { CaseValues, Counterparty, PaymentGatewayVendor, RecordedRequest, Situation } from '@fairlead/sdk/testing';

/** CoinPayments’ legacy API as https://www.coinpayments.net/apidoc and /merchant-tools-ipn describe it, written without the plugin’s code. */
export const legacySecrets = { first: 'ipn_secret_first_0123456789', second: 'ipn_secret_second_0123456789' };
export const legacySettings = {
  provider: 'coinpayments-legacy',
  merchantId: '606a89bb575311badf510a4a8b79a45e',
  publicKey: 'bc4146d37bbeb0cd6c29833c951f11444f068bd351da02290409eb580b82e565',
  privateKey: '6f106fbc15c9c09811c5d14d7FdAC71313a7B1B514e3428F03aF12398C3544d5',
  ipnSecrets: [legacySecrets.first, legacySecrets.second],
  payCurrency: 'LTCT',
  payoutCurrency: 'LTCT',
  buyerEmail: 'shop@example.com',
};
export const legacyRefs = {
  providerRef: 'CPJG3K24VV98VGFT35YRYDYT1V',
  movementRef: 'CPJG3K24VV98VGFT35YRYDYT1V',
  refundRef: 'none',
  destination: 'mtxASJZHNmGeUPQ3DxLvJeKja6Lh7TcJM9',
};
const path = '/api.php';
const expected = '1.21700023';

const statuses: { readonly [Name in Situation]?: readonly [status: number, text: string, received: string] } = {
  open: [0, 'Waiting for buyer funds...', '0.00000000'],
  processing: [1, 'Funds received and confirmed, sending to you shortly...', expected],
  paid: [100, 'Complete', expected],
  failed: [-3, 'Failed', '0.00000000'],
  expired: [-1, 'Cancelled / Timed Out', '0.00000000'],
  underpaid: [100, 'Complete', '1.2'],
};
const statusOf = (situation: Situation) => statuses[situation] ?? [0, '', '0'];

const transaction = (situation: Situation, { amount, reference, nowMs }: CaseValues) => {
  const [status, status_text, receivedf] = statusOf(situation);
  const seconds = Math.floor(nowMs / 1_000);
  return {
    time_created: seconds,
    time_expires: seconds + 5_400,
    time_completed: status >= 100 ? seconds : 0,
    status,
    status_text,
    type: 'coins',
    coin: 'LTCT',
    amount: 121_700_023,
    amountf: expected,
    received: 0,
    receivedf,
    recv_confirms: 0,
    payment_address: 'mtxASJZHNmGeUPQ3DxLvJeKja6Lh7TcJM9',
    checkout: {
      currency: amount.currency,
      amount: 0,
      // PHP writes a float here.
      amountf: Number(moneyToDecimal(amount)),
      item_name: 'Order 1',
      invoice: reference,
      custom: '',
      ipn_url: 'https://hub.example/hooks/test',
    },
    shipping: [],
  };
};

/** Answers one command; everything goes to one address. */
function command(counterparty: Counterparty, name: string, answer: (form: URLSearchParams) => object): void {
  counterparty.on({ method: 'POST', path }, (request) => {
    const form = request.form();
    const signed = createHmac('sha512', legacySettings.privateKey).update(request.body).digest('hex');
    if (request.headers['hmac'] !== signed) return { body: { error: 'HMAC signature does not match', result: [] } };
    if (form.get('cmd') !== name) return { body: { error: 'Invalid command!', result: [] } };
    return { body: answer(form) };
  });
}
const done = (result: object) => ({ error: 'ok', result });
const refused = (error: string) => ({ error, result: [] });

/** A form as PHP’s `http_build_query` writes it: spaces are plus signs. */
export function ipn(fields: Readonly<Record<string, string>>, secret: string): { body: Uint8Array; hmac: string } {
  const body = Buffer.from(new URLSearchParams(fields).toString());
  return { body, hmac: createHmac('sha512', secret).update(body).digest('hex') };
}

/** The fields of a notification of a payment made through the API, after a published one. */
export function ipnFields(situation: Situation, values: CaseValues): Record<string, string> {
  const [status, status_text, received_amount] = statusOf(situation);
  return {
    amount1: moneyToDecimal(values.amount),
    amount2: expected,
    buyer_name: 'CoinPayments API',
    currency1: values.amount.currency,
    currency2: 'LTCT',
    email: 'shop@example.com',
    fee: '0.0060850',
    invoice: values.reference,
    ipn_id: `139bd7a8a46c2d8009ad3f95329c71${String(status + 10).padStart(3, '0')}`,
    ipn_mode: 'hmac',
    ipn_type: 'api',
    ipn_version: '1.0',
    merchant: legacySettings.merchantId,
    received_amount,
    received_confirms: '0',
    status: String(status),
    status_text,
    txn_id: legacyRefs.providerRef,
  };
}

const depositFields = { ipn_id: 'aa', ipn_mode: 'hmac', ipn_type: 'deposit', merchant: legacySettings.merchantId };

export const legacyVendor: PaymentGatewayVendor = {
  settings: ({ url }) => ({ ...legacySettings, apiBase: url + path }),
  refs: legacyRefs,
  currencies: ['EUR', 'JPY', 'KWD'],
  refuses: ['void'],
  requests: {
    createCheckout: { method: 'POST', path },
    getStatus: { method: 'POST', path },
    payout: { method: 'POST', path },
    testCredentials: { method: 'POST', path },
  },
  succeeds: {
    createCheckout: (counterparty) =>
      command(counterparty, 'create_transaction', () =>
        done({
          amount: expected,
          txn_id: legacyRefs.providerRef,
          address: 'mtxASJZHNmGeUPQ3DxLvJeKja6Lh7TcJM9',
          confirms_needed: '3',
          timeout: 5_400,
          checkout_url: 'https://www.coinpayments.net/index.php?cmd=checkout&id=CPJG3K24VV98VGFT35YRYDYT1V',
          status_url: 'https://www.coinpayments.net/index.php?cmd=status&id=CPJG3K24VV98VGFT35YRYDYT1V',
          qrcode_url: 'https://www.coinpayments.net/qrgen.php?id=CPJG3K24VV98VGFT35YRYDYT1V',
        }),
      ),
    payout: (counterparty) =>
      command(counterparty, 'create_withdrawal', () =>
        done({ id: 'CWBF3UECUQFCBNFIRUS73G3VON', status: 0, amount: '1.1' }),
      ),
    testCredentials: (counterparty) =>
      command(counterparty, 'get_basic_info', () =>
        done({
          username: 'shop',
          merchant_id: legacySettings.merchantId,
          email: 'shop@example.com',
          public_name: 'Shop',
        }),
      ),
  },
  declines: {
    createCheckout: (counterparty) =>
      command(counterparty, 'create_transaction', () => refused('Amount too small, there would be nothing left!')),
    payout: (counterparty) =>
      command(counterparty, 'create_withdrawal', () => refused('That amount is larger than your balance!')),
  },
  situations: ['open', 'processing', 'paid', 'failed', 'expired', 'underpaid'],
  knows: (counterparty, situation, values) =>
    command(counterparty, 'get_tx_info', (form) =>
      form.get('txid') === legacyRefs.providerRef
        ? done(transaction(situation, values))
        : refused('Invalid transaction ID'),
    ),
  failures: { unauthorized: () => ({ body: refused('HMAC signature does not match') }) },
  idempotencyKeyOf: () => undefined,
  amountOf: (request: RecordedRequest, operation) => {
    const form = request.form();
    const currency = form.get(operation === 'payout' ? 'currency2' : 'currency1') ?? '';
    const [whole = '', fraction = ''] = (form.get('amount') ?? '').split('.');
    return { amountMinor: BigInt(whole + fraction), currency };
  },
  webhooks: {
    situations: ['open', 'processing', 'paid', 'failed', 'expired', 'underpaid'],
    signatureHeaders: ['hmac'],
    rotates: true,
    request(event, values, { signer, rawBody }) {
      const secret = signer === 'stranger' ? 'somebody_elses_secret' : legacySecrets[signer];
      const made = ipn(event === 'unknown' ? depositFields : ipnFields(event, values), secret);
      const body = rawBody ?? made.body;
      return {
        method: 'POST',
        rawBody: body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          hmac: createHmac('sha512', secret).update(body).digest('hex'),
        },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
};
