import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Capability, type Clock, type Manifest, Secret } from '@fairlead/sdk';
import { Ajv } from 'ajv';
import type { Finding, PartialResult } from './check-report.ts';
import type { CodeReport, Trial, TrialReport } from './code-messages.ts';
import { type CodeRun, runCode } from './run-code.ts';
import { sampleValue } from './sample-value.ts';

/** Finds secret values in texts, in every form in which they usually turn up. */
export interface SecretFinder {
  register(owner: string, secret: Secret): void;
  /** The text without them: the same when there is none in it. */
  text(text: string): string;
}

export interface CodeCheck {
  readonly folder: string;
  readonly entry: string;
  readonly manifest: Manifest;
  readonly settingsSchema: object;
  readonly capabilities: readonly Capability[];
  readonly conditions: ReadonlySet<string>;
  readonly clock: Clock;
  readonly createFinder: () => SecretFinder;
  /** Settings that are no secrets, for the trial; what is absent is made up. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

const deadlineMs = 60_000;
const callTimeoutMs = 2_000;

/** Loads the code, compares it with its manifest, and calls it with marked secrets. */
export async function checkCode(check: CodeCheck): Promise<PartialResult> {
  const marks: string[] = [];
  const trial = prepareTrial(check, () => {
    const mark = `check_${randomBytes(12).toString('hex')}`;
    marks.push(mark);
    return mark;
  });
  const { entry, manifest, folder, conditions, clock } = check;
  const job = { entry, manifest, callTimeoutMs, ...(trial === undefined ? {} : { trial }) };
  const run = await runCode({ job, folder, conditions, clock, deadlineMs });
  return judge(run, check, marks);
}

/** Undefined when no settings can be made up that the schema accepts. */
function prepareTrial(
  { manifest, settingsSchema, capabilities, settings: given = {} }: CodeCheck,
  secret: () => string,
): Trial | undefined {
  const ajv = new Ajv({ strict: false, logger: false });
  const { $schema: _dialect, ...schema } = settingsSchema as Record<string, unknown>;
  const sample = sampleValue({ ...schema, required: withoutGiven(schema, given) }, secret);
  if (sample === undefined) return undefined;
  const settings = { ...(sample as object), ...given };
  if (!ajv.validate(schema, settings)) return undefined;
  const inputs = capabilities.flatMap(({ id, operations }) =>
    Object.keys(manifest.capabilities[id]?.operations ?? {}).flatMap((name) => {
      const input = operations[name]?.input;
      const value = input === undefined ? undefined : sampleValue(input, secret);
      return input !== undefined && ajv.validate(input, value) ? [[`${id} ${name}`, value] as const] : [];
    }),
  );
  return { settings, inputs: Object.fromEntries(inputs) };
}

function withoutGiven({ required }: Record<string, unknown>, given: object): readonly unknown[] {
  return Array.isArray(required) ? required.filter((name) => !Object.hasOwn(given, String(name))) : [];
}

function judge(run: CodeRun, check: CodeCheck, marks: readonly string[]): PartialResult {
  const place = 'in a process of its own, without network, files to write, programs and environment';
  const printed = marks.length > 0 && holdsSecret(check, marks, run.output);
  if (run.report === undefined) {
    const message = `Its code ${run.problem}.`;
    const advice = 'A module has to do nothing but declare when it is imported. Look for what runs at its top level.';
    return { covered: {}, findings: [{ rule: 'import', severity: 'error', message, advice }] };
  }
  const { report } = run;
  if (report.outcome === 'not_imported') return { covered: {}, findings: [notImported(report.problem, check)] };
  const trial = report.contract.length === 0 ? judgeTrial(report.trial, check, marks) : undefined;
  return {
    covered: {
      import: `one import, ${place}`,
      contract: 'what the code implements, beside what the manifest says',
      settings: 'the form of the schema, and whether the file is the one that the code makes',
      ...trial?.covered,
    },
    findings: [
      ...report.contract.map((message): Finding => {
        const advice = 'Make the code and the manifest say the same.';
        return { rule: 'contract', severity: 'error', message, advice };
      }),
      ...settingsFindings(report, check),
      ...(trial?.findings ?? []),
      ...(printed ? [leak('what it prints')] : []),
    ],
  };
}

function notImported(problem: string, { folder, manifest }: CodeCheck): Finding {
  const message = `Its code cannot be loaded: ${problem.replaceAll(folder, '.').slice(0, 500)}`;
  const missing = /Cannot find (package|module)/.test(problem);
  const refused = /ERR_ACCESS_DENIED|permission|Access to this API has been restricted/i.test(problem);
  const advice = missing
    ? 'Install its dependencies (npm install) and build it, then check again.'
    : refused && manifest.permissions !== undefined
      ? 'It uses a permission as soon as it is imported. Use it when it is called; the check gives none.'
      : 'Try “node --eval "await import(…)"” on the entry, and mend what it says.';
  return { rule: 'import', severity: 'error', message, advice };
}

function settingsFindings(
  { settings }: Extract<CodeReport, { outcome: 'imported' }>,
  { settingsSchema, manifest }: CodeCheck,
): readonly Finding[] {
  const { $schema: _dialect, ...file } = settingsSchema as Record<string, unknown>;
  if (settings === undefined || isDeepStrictEqual(settings, file)) return [];
  return [
    {
      rule: 'settings',
      severity: 'error',
      message: `${manifest.settings} is not what the settings in the code make.`,
      advice: 'Write it anew: npm test -- -u.',
      path: manifest.settings,
    },
  ];
}

const placeNames = {
  log: 'its log',
  error: 'an error that it throws',
  address: 'an address that it calls',
  state: 'its key-value state',
} as const;

function judgeTrial(trial: TrialReport | undefined, check: CodeCheck, marks: readonly string[]): PartialResult {
  if (trial === undefined) {
    const message = 'It was not called: no settings could be made up that its schema accepts.';
    const advice = 'Give them with --settings <file>, or give each setting a default or examples in the schema.';
    return { covered: {}, findings: [{ rule: 'secrets', severity: 'warning', message, advice }] };
  }
  if (trial.problem !== undefined) {
    const message = `It cannot be made for a connection: ${trial.problem}`;
    const advice = 'A factory must not throw, wait or call out: it only makes the functions.';
    return { covered: {}, findings: [{ rule: 'contract', severity: 'error', message, advice }] };
  }
  const places = Object.entries(trial.seen) as [keyof typeof placeNames, readonly string[]][];
  const leaks = places
    .filter(([, seen]) => seen.some((text) => holdsSecret(check, marks, text)))
    .map(([place]) => leak(placeNames[place]));
  const hosts = trial.otherHosts.map((host): Finding => {
    const message = `It called ${host}, which is not in its egress: there it reaches nothing.`;
    const advice = 'Add the host to “egress” of the manifest, or do not call it.';
    return { rule: 'egress', severity: 'error', message, advice, path: '/fairlead/egress' };
  });
  const covered = `${trial.calls} calls with marked secrets, to a vendor that is odd, refuses, fails or is not there; what it logs, throws, keeps, prints and calls. Not: what it does when all goes well; its conformance suite looks there`;
  return { covered: { secrets: covered }, findings: [...leaks, ...hosts] };
}

function holdsSecret({ createFinder }: CodeCheck, marks: readonly string[], text: string): boolean {
  const finder = createFinder();
  marks.forEach((mark, index) => finder.register(String(index), new Secret(mark)));
  return finder.text(text) !== text;
}

function leak(place: string): Finding {
  return {
    rule: 'secrets',
    severity: 'error',
    message: `A secret of the settings can be read in ${place}.`,
    advice:
      'Take it out there: call reveal() where the request is made, and keep its text in no variable that is logged.',
  };
}
