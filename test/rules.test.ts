import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { loadReference } from '../rules/reference/index.ts';
import { judgeCase, overall, readCases, verdictLine } from '../src/development/rule-cases.ts';

const reference = loadReference();

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(readCases(id).map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const { verdicts, failures } = judgeCase(rule, example, reference);
    expect(failures).toEqual([]);
    const seen = verdicts.map(verdictLine).join('\n');
    expect(overall(verdicts), seen).toBe(example.expect);
    const messages = verdicts.flatMap(({ findings }) => findings.map(({ messageId }) => messageId));
    if (example.message !== undefined) expect(messages, seen).toContain(example.message);
    if (example.reason !== undefined)
      expect(
        verdicts.map(({ reason }) => reason),
        seen,
      ).toContain(example.reason);
  });
});
