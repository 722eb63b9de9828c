import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rules } from '../rules/index.ts';
import { isFirm, loadReference, type Reference } from '../rules/reference/index.ts';
import { addDays } from '../src/dates/calendar.ts';
import { goldenDossier, patched } from '../src/development/case-dossier.ts';
import { judgeCase, type RuleCase, readCases } from '../src/development/rule-cases.ts';
import type { Rule } from '../src/engine/rule.ts';
import { packageFile } from '../src/package-file.ts';

/**
 * A boundary is proved when moving it by its smallest step turns some example one way and, moved back, another the
 * other way. The day of submission, the clocks, the thresholds and the options of rules are moved here, one by one.
 */
const reference = loadReference();
const sourceOf = ({ id }: Rule) => readFileSync(packageFile(`rules/${id}/rule.ts`), 'utf8');

interface Moved {
  readonly days?: number;
  readonly reference?: Reference;
  readonly options?: Readonly<Record<string, unknown>>;
}

function outcome(
  rule: Rule,
  example: RuleCase,
  { days = 0, reference: facts = reference, options = {} }: Moved,
): string {
  const data = patched(goldenDossier(example.base ?? rule.procedures[0] ?? 'annual-report').data, example.set ?? {});
  const today = addDays(example.today ?? data.submitOn ?? '2026-02-10', days);
  const moved = { ...example, today, options: { ...options, ...example.options } };
  const { verdicts } = judgeCase(rule, moved, facts);
  return verdicts
    .flatMap(({ kind, findings }) => [
      kind,
      ...findings.map((each) => `${each.messageId} ${each.severity} ${each.kind}`),
    ])
    .join();
}

/** The examples that come out otherwise when something is moved. */
const turned = (rule: Rule, by: Moved): readonly string[] =>
  readCases(rule.id)
    .filter((example) => outcome(rule, example, by) !== outcome(rule, example, {}))
    .map(({ name }) => name);

function proved(rule: Rule, what: string, less: Moved, more: Moved): void {
  for (const [direction, by] of [
    ['less', less],
    ['more', more],
  ] as const) {
    expect(
      turned(rule, by).length,
      `rules/${rule.id}/cases.yaml: no example stands at the boundary of ${what}: none turns when it is ${direction}. ` +
        'Add two cases, one on each side of it.',
    ).toBeGreaterThan(0);
  }
}

/** Far enough to turn whatever depends on the day at all. */
const FAR = 4000;
const dated = rules.filter((rule) => {
  if (!/\btoday\b/u.test(sourceOf(rule))) return false;
  return [-FAR, FAR].some((days) => turned(rule, { days }).length > 0);
});

describe('the day decides, to the day', () => {
  it('for as many rules as ever', () => expect(dated.length).toBeGreaterThan(25));
  it.each(dated.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    proved(rule, 'the day', { days: -1 }, { days: 1 });
  });
});

type ClockId = keyof Reference['deadlines']['clocks'];
const clocks = reference.deadlines.clocks;
/** As rules name a clock: clocks.renewal, clocks['sms-check'], id: 'termination', { renewal } = … .clocks. */
const naming = (id: ClockId) =>
  new RegExp(`clocks(?:\\.|\\[')${id}\\b|id: '${id}'|\\{ ${id} \\} = [\\w.]*clocks|clocks\\[[^]*'${id}'\\]`, 'u');
const clockUses = rules.flatMap((rule) =>
  // Object.keys widens the keys of a record to string.
  (Object.keys(clocks) as ClockId[]).flatMap((id) =>
    naming(id).test(sourceOf(rule)) ? [[rule.id, id, rule] as const] : [],
  ),
);

describe('a clock runs as long as the law says, to the day', () => {
  it.each(clockUses)('%s: %s', (_id, clock, rule) => {
    const fact = clocks[clock];
    if (!isFirm(fact)) throw new Error(`${clock} is not firm`);
    const by = (step: number): Moved => {
      const moved = { ...fact, value: { ...fact.value, amount: fact.value.amount + step } };
      return {
        reference: { ...reference, deadlines: { ...reference.deadlines, clocks: { ...clocks, [clock]: moved } } },
      };
    };
    // The text message is counted in hours, the dossier in days.
    const step = fact.value.unit === 'hours' ? 24 : 1;
    proved(rule, `the clock ${clock}`, by(-step), by(step));
  });
});

type ThresholdId = Exclude<keyof Reference['thresholds'], 'asOf' | 'realNameSince'>;
const thresholdUses = rules.flatMap((rule) =>
  (Object.keys(reference.thresholds) as (keyof Reference['thresholds'])[]).flatMap((id) =>
    id !== 'asOf' && id !== 'realNameSince' && new RegExp(`\\b${id}\\b`, 'u').test(sourceOf(rule))
      ? [[rule.id, id as ThresholdId, rule] as const]
      : [],
  ),
);

describe('a threshold is met exactly', () => {
  it.each(thresholdUses)('%s: %s', (_id, threshold, rule) => {
    const fact = reference.thresholds[threshold];
    if (!isFirm(fact)) throw new Error(`${threshold} is not firm`);
    const by = (step: number): Moved => ({
      reference: {
        ...reference,
        thresholds: { ...reference.thresholds, [threshold]: { ...fact, value: fact.value + step } },
      },
    });
    proved(rule, `the threshold ${threshold}`, by(-1), by(1));
  });
});

/** A real number is moved by a twentieth of itself: measures of scans are not finer than that. */
const SHARE = 0.05;
const numericOptions = rules.flatMap((rule) => {
  const schema: unknown = rule.options;
  if (!(schema instanceof z.ZodObject)) return [];
  const defaults: Record<string, unknown> = schema.parse({});
  return Object.entries(defaults).flatMap(([key, value]) =>
    typeof value === 'number' ? [[rule.id, key, value, rule] as const] : [],
  );
});

describe('an option is a boundary too', () => {
  it.each(numericOptions)('%s: %s %d', (_id, key, value, rule) => {
    const step = Number.isInteger(value) ? 1 : value * SHARE;
    proved(rule, `the option ${key}`, { options: { [key]: value - step } }, { options: { [key]: value + step } });
  });
});
