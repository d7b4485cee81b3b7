import type { ProviderClock } from './clock.ts';
import type { ProviderDatabase } from './database.ts';
import type { ProviderAnswer, ProviderRequest } from './http.ts';
import { ApiFailure, type Checkout } from './model.ts';
import { authenticationPage, checkoutPage } from './page.ts';
import { type Outcome, outcomes } from './outcomes.ts';
import type { Payments } from './payments.ts';
import type { Webhooks } from './webhooks.ts';

export interface CheckoutPagesParts {
  readonly database: ProviderDatabase;
  readonly clock: ProviderClock;
  readonly payments: Payments;
  readonly webhooks: Webhooks;
  /** Milliseconds that a delayed payment takes. */
  readonly delayMs: number;
}

interface Scheduled {
  readonly checkout: string;
  readonly atMs: number;
  readonly done: boolean;
}

/** `GET /pay/:id` shows the checkout, `POST /pay/:id` with a form member `outcome` decides it. */
export function createCheckoutPages({ database, clock, payments, webhooks, delayMs }: CheckoutPagesParts) {
  const act = (id: string, outcome: Outcome): Checkout => {
    try {
      const checkout = database.transaction(() => {
        if (outcome === 'delay') put({ checkout: id, atMs: clock.now() + delayMs, done: false });
        return payments.act(id, outcome);
      });
      webhooks.flush();
      return checkout;
    } catch (error) {
      webhooks.discard();
      throw error;
    }
  };
  const find = (id: string): Checkout => {
    const checkout = database.transaction(() => payments.find(id));
    webhooks.flush();
    return checkout;
  };
  const put = (scheduled: Scheduled) => database.put('scheduled', scheduled.checkout, scheduled);

  /** The bank has taken its time. Somebody may have ended the checkout meanwhile. */
  const complete = (scheduled: Scheduled) => {
    put({ ...scheduled, done: true });
    if (find(scheduled.checkout).status === 'processing') act(scheduled.checkout, 'pay');
  };
  const wait = (scheduled: Scheduled) =>
    clock.after(Math.max(scheduled.atMs - clock.now(), 0), () => complete(scheduled));

  const decide = (id: string, form: URLSearchParams): ProviderAnswer => {
    const asked = form.get('outcome');
    if (asked === 'three_d_secure') return { status: 200, body: authenticationPage(find(id)) };
    const outcome = outcomes.find((each) => each === asked);
    if (outcome === undefined) throw new ApiFailure(400, 'field_invalid', '“outcome” is not one of the buttons.');
    const checkout = act(id, outcome);
    const scheduled = database.get<Scheduled>('scheduled', id);
    if (outcome === 'delay' && scheduled !== undefined) wait(scheduled);
    if (outcome === 'cancel') return redirect(checkout.cancel_url);
    if (checkout.status !== 'open') return redirect(checkout.return_url);
    return { status: 200, body: checkoutPage(checkout, checkout.declines.at(-1)?.message) };
  };

  return {
    answer(request: ProviderRequest): ProviderAnswer {
      const id = /^\/pay\/([^/]+)$/.exec(request.path)?.[1] ?? '';
      if (request.method === 'POST') return decide(id, new URLSearchParams(request.body));
      return { status: 200, body: checkoutPage(find(id)) };
    },
    /** Payments that were on their way when the process ended go on. */
    resume(): void {
      for (const scheduled of database.list<Scheduled>('scheduled')) if (!scheduled.done) wait(scheduled);
    },
  };
}

function redirect(location: string): ProviderAnswer {
  return { status: 303, headers: { location } };
}
