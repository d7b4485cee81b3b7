import type { Step } from './step.ts';
import { credentialEncrypted } from './steps/credential-encrypted.ts';
import { feedRead } from './steps/feed-read.ts';
import { messagesBecomeSignals } from './steps/messages-become-signals.ts';
import { paymentCaptured } from './steps/payment-captured.ts';
import { paymentFallsBack } from './steps/payment-falls-back.ts';
import { pluginKilled } from './steps/plugin-killed.ts';
import { pluginsFound } from './steps/plugins-found.ts';
import { providerFails } from './steps/provider-fails.ts';
import { upgradeRolledBack } from './steps/upgrade-rolled-back.ts';
import { webhookLost } from './steps/webhook-lost.ts';
import { webhookStoredOnce } from './steps/webhook-stored-once.ts';

/** In the order in which they are shown; later ones use what earlier ones have made. */
export const demoSteps: readonly Step[] = [
  pluginsFound,
  credentialEncrypted,
  feedRead,
  webhookStoredOnce,
  messagesBecomeSignals,
  paymentCaptured,
  paymentFallsBack,
  webhookLost,
  providerFails,
  pluginKilled,
  upgradeRolledBack,
];
