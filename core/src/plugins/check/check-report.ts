/** What is looked at, in this order. */
export const checkRules = [
  'manifest',
  'entry',
  'import',
  'contract',
  'settings',
  'dependencies',
  'scripts',
  'size',
  'secrets',
  'egress',
  'readme',
  'licence',
] as const;
export type CheckRule = (typeof checkRules)[number];

/** Something that is not as it has to be (`error`), or that whoever installs the plugin should know (`warning`). */
export interface Finding {
  readonly rule: CheckRule;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly advice: string;
  /** A file of the package, or a JSON pointer into package.json. */
  readonly path?: string;
}

export interface RuleResult {
  readonly rule: CheckRule;
  /** `skipped` when something before it is missing, so that nothing can be said. */
  readonly outcome: 'passed' | 'warned' | 'failed' | 'skipped';
  /** What was looked at, or why nothing was: what a pass means. */
  readonly covered: string;
  readonly findings: readonly Finding[];
}

export interface CheckReport {
  readonly packageName: string;
  readonly version: string;
  /** That of the manifest, where it has one. */
  readonly id?: string;
  /** No rule failed, and none was skipped. */
  readonly ok: boolean;
  /** Every rule, in the order of `checkRules`. */
  readonly rules: readonly RuleResult[];
}

/** What one part of the check found out about its rules. */
export interface PartialResult {
  /** What was looked at, by rule; a rule that is not here is skipped. */
  readonly covered: Partial<Readonly<Record<CheckRule, string>>>;
  readonly findings: readonly Finding[];
}

export function ruleResults(parts: readonly PartialResult[], whySkipped: string): readonly RuleResult[] {
  return checkRules.map((rule) => {
    const findings = parts.flatMap((part) => part.findings.filter((one) => one.rule === rule));
    const covered = parts.map((part) => part.covered[rule]).find((text) => text !== undefined);
    return { rule, outcome: outcomeOf(findings, covered), covered: covered ?? whySkipped, findings };
  });
}

function outcomeOf(findings: readonly Finding[], covered: string | undefined): RuleResult['outcome'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  if (covered === undefined) return 'skipped';
  return findings.length > 0 ? 'warned' : 'passed';
}
