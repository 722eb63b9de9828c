import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { loadReference } from '../rules/reference/index.ts';
import { caseProblems, type RuleCase, readCases } from '../src/development/rule-cases.ts';

const reference = loadReference();

/** One rule without cases must not keep the others from being run: it is that rule's own failure. */
function casesOf(id: string): readonly RuleCase[] {
  try {
    return readCases(id);
  } catch {
    return [];
  }
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has cases', () => {
    expect(() => readCases(id)).not.toThrow();
  });
  it.each(casesOf(id).map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(caseProblems(rule, example, reference)).toEqual([]);
  });
});
