import type { Report } from '../../src/report/report.ts';
import { dossier, finding, problem, report, verdict } from './sample-report.ts';

/** A report in which every text of outside origin is `hostile`. */
export function hostileReport(hostile: string): Report {
  const texts = { 'zh-CN': hostile, en: hostile };
  return report(
    [
      dossier({
        company: hostile,
        path: hostile,
        province: hostile,
        deadline: { date: '2026-03-31', daysLeft: -2, what: texts },
        problems: [problem({ id: 'x', file: hostile, excerpt: hostile, texts, column: 4 })],
        findings: [
          finding({
            ruleId: 'pack/defect',
            subject: hostile,
            texts: { message: texts, fix: texts },
            message: hostile,
            fix: hostile,
            letter: hostile,
            compared: { seen: hostile, expected: hostile },
            basis: [{ kind: 'law', cite: hostile, asOf: '2026-11' }],
            location: { file: hostile, line: 2, column: 9, excerpt: hostile, attachment: hostile, page: 1 },
            evidence: [
              { kind: 'whois', source: hostile, at: hostile, confidence: 'low', recorded: true, caution: hostile },
            ],
            suppressed: { by: 'dossier', reason: hostile, owner: hostile, until: hostile },
          }),
          finding({ ruleId: 'pack/defect', subject: hostile, texts: { message: texts, fix: texts }, letter: hostile }),
        ],
        verdicts: [
          verdict('pack/defect', hostile, 'fail'),
          verdict('pack/unseen', hostile, 'open', { reason: 'timeout', detail: hostile }),
        ],
      }),
      dossier(),
    ],
    {
      systemErrors: [{ where: 'whois', dossier: hostile, subject: hostile, message: hostile }],
      notes: [{ id: 'x', dossier: null, message: hostile, texts }],
    },
  );
}
