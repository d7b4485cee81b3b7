import { defineSettings, type PluginContext, secretListSetting, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

const shortText = (title: string, description: string) =>
  Type.Optional(Type.String({ title, description, minLength: 1, maxLength: 255 }));
const coin = (title: string, description: string) =>
  Type.Optional(Type.String({ title, description, pattern: '^[A-Za-z0-9.:_-]+$', maxLength: 64 }));

/** Only `provider` is needed by all; what else is needed follows from it, and a call without it says what is missing. */
export const settings = defineSettings(
  Type.Object(
    {
      provider: Type.Enum(['coinpayments-legacy', 'coinpayments', 'nowpayments'], {
        title: 'Provider',
        description:
          'coinpayments-legacy: accounts with public and private keys (api.php). coinpayments: accounts with a client id and secret. nowpayments: accounts with an API key.',
      }),
      apiBase: Type.Optional(
        Type.String({
          title: 'Address of the API',
          description:
            'Default: https://www.coinpayments.net/api.php, https://a-api.coinpayments.net/api or https://api.nowpayments.io/v1. For the sandbox of NOWPayments: https://api-sandbox.nowpayments.io/v1.',
          pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
          maxLength: 2_048,
        }),
      ),
      merchantId: shortText(
        'CoinPayments (legacy): merchant id',
        'My Account. Notifications for another merchant are refused.',
      ),
      publicKey: shortText(
        'CoinPayments (legacy): public key',
        'My Account, API Keys. Permissions: create_transaction, get_tx_info, get_basic_info; for payouts create_withdrawal.',
      ),
      privateKey: Type.Optional(
        secretSetting({ title: 'CoinPayments (legacy): private key', description: 'Beside the public key.' }),
      ),
      clientId: shortText('CoinPayments: client id', 'Dashboard, Integrations, API integrations.'),
      clientSecret: Type.Optional(
        secretSetting({
          title: 'CoinPayments: client secret',
          description: 'Shown once, when the integration is made. It signs requests and webhooks.',
        }),
      ),
      apiKey: Type.Optional(
        secretSetting({ title: 'NOWPayments: API key', description: 'Dashboard, Settings, Payments, API keys.' }),
      ),
      ipnSecrets: Type.Optional(
        secretListSetting({
          title: 'CoinPayments (legacy) and NOWPayments: IPN secrets',
          description:
            'What notifications are signed with. CoinPayments: My Account, Merchant Settings, IPN Secret. NOWPayments: Settings, Payments, Instant payment notifications. The first is current; any of them verifies.',
        }),
      ),
      accountEmail: shortText(
        'NOWPayments: e-mail of the account',
        'With the password below: NOWPayments lists the payments of an invoice to a signed-in account only.',
      ),
      accountPassword: Type.Optional(
        secretSetting({
          title: 'NOWPayments: password of the account',
          description: 'Only used to ask for the payments of an invoice, so that lost notifications are made up for.',
        }),
      ),
      payCurrency: coin(
        'Coin that customers pay in',
        'CoinPayments (legacy) needs one, such as BTC or USDT.TRC20 (LTCT to try it). NOWPayments: such as btc or usdttrc20; left out, the customer chooses on the page.',
      ),
      payoutCurrency: coin('Coin of payouts', 'CoinPayments (legacy) only, such as LTC.'),
      buyerEmail: shortText(
        'E-mail in place of the customer’s',
        'CoinPayments (legacy) asks for the buyer’s e-mail; this one is sent where a payment has none.',
      ),
    },
    { additionalProperties: false },
  ),
);

export type CryptoSettings = SettingsOf<typeof settings>;
export type Context = PluginContext<CryptoSettings>;
