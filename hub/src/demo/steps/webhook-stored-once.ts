import { createHmac } from 'node:crypto';
import { systemClock } from '@fairlead/sdk';
import { prove, type Step, until } from '../step.ts';

interface InboxItem {
  readonly eventId: string;
  readonly type: string;
  readonly status: string;
  readonly duplicates: number;
}

export const webhookStoredOnce: Step = {
  title: 'A signed webhook is stored once, though it is sent twice',
  async run({ api, hub, stripe, stream, connections }, tell) {
    const connection = connections.get('gateway-stripe');
    prove(connection !== undefined, 'there is a connection of Stripe');
    const seconds = Math.floor(systemClock.now() / 1_000);
    const body = stripeEvent(seconds);
    const send = (signature: string) =>
      fetch(`${hub.url}/hooks/${connection.id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': `t=${seconds},v1=${signature}` },
        body,
      });
    // As Stripe signs: https://docs.stripe.com/webhooks/signature
    const signature = createHmac('sha256', stripe.webhookSecret).update(`${seconds}.${body}`).digest('hex');
    const answers = [await send(signature), await send(signature)];
    prove(
      answers.every(({ ok }) => ok),
      `both are acknowledged, and not ${answers.map(({ status }) => status).join()}`,
    );
    tell(`the same signed event was sent twice and answered ${answers.map(({ status }) => status).join(' and ')}`);

    const forged = await send(createHmac('sha256', 'whsec_guessed').update(`${seconds}.${body}`).digest('hex'));
    prove(forged.status === 401, `a forged one is answered 401, and not ${forged.status}`);
    tell('one signed with another secret was answered 401');

    const items = await api.list<InboxItem>(`/api/inbox?connection=${connection.id}`);
    const [item] = items;
    prove(items.length === 1 && item !== undefined, `the inbox holds one item, and not ${items.length}`);
    prove(item.duplicates === 1, `one duplicate is counted, and not ${item.duplicates}`);
    tell(`the inbox holds one item, ${item.eventId} (${item.type}), with 1 duplicate counted`);

    const received = () =>
      stream.events.filter(({ type, data }) => type === 'webhook.received' && data['connection'] === connection.id);
    await until('webhook.received comes on the event stream', () => received()[0]);
    prove(received().length === 1, 'the event stream tells of it once');
    tell('webhook.received came on the event stream, once');
  },
};

function stripeEvent(seconds: number): string {
  return JSON.stringify({
    id: 'evt_demo_1',
    object: 'event',
    type: 'payment_intent.succeeded',
    created: seconds,
    livemode: false,
    data: {
      object: {
        id: 'pi_demo_1',
        object: 'payment_intent',
        amount: 1299,
        amount_received: 1299,
        currency: 'usd',
        status: 'succeeded',
      },
    },
  });
}
