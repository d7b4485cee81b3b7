import { type ErrorClass, type ErrorCode, errorClasses, errorCodes, FairleadError } from '@fairlead/sdk';
import { expect, it } from 'vitest';
import { hubErrorCodes } from '../errors/index.ts';
import { installFaults } from '../plugins/index.ts';
import { defaultRetryPolicy, nextDelayMs } from '../resilience/index.ts';
import { breakerOutcome, mayHaveHappened } from './outcome.ts';

// After a change of a class or a code: npx -y pnpm@12 unit core/src/guard/error-reference.test.ts -u
it('docs/reference/errors.md lists every class and code, and what the guard does', async () => {
  const parts = [head, classTable(), codesHead, codeTable(), hubHead, hubTable(), installHead, installTable()];
  const page = `${parts.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../../../docs/reference/errors.md');
});

const head = `<!-- Generated from sdk/src/errors/codes.ts, core/src/errors/codes.ts, core/src/plugins/install/install-fault.ts and the guard by core/src/guard/error-reference.test.ts; do not edit. -->

# Errors

A plugin, and everything that calls one, fails with a \`FairleadError\`. Its **code** says what happened and never changes
once published; the code fixes the **class**, and the class fixes what the guard does. Recognise one with
\`isFairleadError\` or \`hasCode\`, never with \`instanceof\`: several copies of the SDK may be loaded at once.

## Classes

“Repeated” holds for operations that are \`safe\` or \`with-key\` and within the deadline only; an operation that is
\`never\` repeated is tried once. “Breaker” is how the attempt counts for the lane.`;

/** What a table cannot work out: consequences outside the call itself. */
const consequences: Readonly<Record<ErrorClass, string>> = {
  auth: 'the connection is unhealthy until a call succeeds; an incident asks for new credentials',
  config: 'the connection is unhealthy until a call succeeds; an incident asks for other settings',
  rate_limited: 'where it happens often the connection is degraded',
  unavailable: 'counts as a failure of the connection',
  rejected: 'none: a refusal is a healthy answer',
  outcome_unknown: 'counts as a failure of the connection; reconciliation or a person settles the call',
  plugin_bug: 'counts as a failure of the connection, and towards the plugin’s quarantine',
  invalid_input: 'none: it is the caller’s fault',
  cancelled: 'none: it says nothing about the vendor',
};

function classTable(): string {
  const rows = errorClasses.map((errorClass) => {
    const [code] = codesOf(errorClass);
    const error = new FairleadError(code as ErrorCode);
    return `| \`${errorClass}\` | ${repeated(error)} | ${breakerOutcome(error)} | ${consequences[errorClass]} |`;
  });
  return ['| class | repeated | breaker | health and people |', '|---|---|---|---|', ...rows].join('\n');
}

function repeated(error: FairleadError): string {
  if (nextDelayMs(defaultRetryPolicy, 1, error, () => 0.5) === undefined) return 'no';
  return error.class === 'rate_limited' ? 'after the time the vendor asks for' : 'yes, with jittered backoff';
}

const codesHead = `## Codes of the SDK

“May have happened” is whether the attempt may have taken effect at the vendor. Where it may, and the operation is not
\`safe\`, the call ends as \`outcome_unknown\` unless a later attempt is answered.`;

function codeTable(): string {
  const rows = errorClasses.flatMap((errorClass) =>
    codesOf(errorClass).map((code) => {
      const happened = mayHaveHappened(new FairleadError(code)) ? 'yes' : 'no';
      const again = repeated(new FairleadError(code)) === 'no' ? 'no' : 'yes';
      return `| \`${code}\` | \`${errorClass}\` | ${again} | ${happened} | ${errorCodes[code].meaning} |`;
    }),
  );
  return ['| code | class | repeated | may have happened | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}

function codesOf(errorClass: ErrorClass): ErrorCode[] {
  return (Object.keys(errorCodes) as ErrorCode[]).filter((code) => errorCodes[code].class === errorClass);
}

const hubHead = `## Codes of the HTTP API

Every error of the API is \`application/problem+json\` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). Its \`detail\` says
what happened this time; \`errors\` lists faults by path. An error of a call to a plugin keeps the code of the table above; all
others have one of these.`;

function hubTable(): string {
  const rows = Object.entries(hubErrorCodes).map(
    ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`,
  );
  return ['| code | status | title |', '|---|---|---|', ...rows].join('\n');
}

const installHead = `## Codes of an installation

\`POST /api/plugins/install\` answers 202 before anything was fetched; what came of it is in \`GET /api/plugins/installs/{id}\`. One that
\`failed\` has an \`error\` with one of these codes and a sentence of what happened this time. Nothing of it is left on the machine.`;

function installTable(): string {
  const rows = Object.entries(installFaults).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return ['| code | meaning |', '|---|---|', ...rows].join('\n');
}
