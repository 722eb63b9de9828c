import { z } from 'zod';
import { folded } from '../../../src/documents/folded-text.ts';
import { hear, placeOf } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

/** Words that take out of a scope what follows or precedes them within the same clause. */
const excludedBefore = /(?:不含|除|不包括|不得从事|禁止从事|非)[^，。；()]{0,12}$/u;
const excludedAfter = /^[^，。；()]{0,8}(?:除外|以外)/u;

type Naming = 'named' | 'excluded' | 'absent';

export default defineRule({
  id: 'company/scope-missing-service',
  since: '0.1.0',
  title: { 'zh-CN': '经营范围没有写电信或互联网信息服务', en: 'business scope names no telecom service' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences'],
  basis: [
    {
      kind: 'practice',
      cite: '《增值电信业务（ICP）许可证自己申请流程图解》：经营范围含“增值电信业务”或“互联网信息服务”',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《ICP许可证续期材料及流程》：营业执照需含“增值电信业务”经营范围（法规没有这一条）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    absent: {
      'zh-CN': '经营范围里没有{phrases}这类字样。法规没有这样要求，但审核人员常据此要求补正。',
      en: 'the business scope names none of {phrases}. No law asks for it, but reviewers often do.',
      fix: widen(),
    },
    excluded: {
      'zh-CN': '经营范围把“{phrase}”排除在外（“{clause}”）。',
      en: 'the business scope excludes "{phrase}" ("{clause}").',
      fix: widen(),
    },
  },
  *check({ subject, evidence, reference }) {
    const { scopePhrases } = reference.businessCatalogue;
    if (!isFirm(scopePhrases)) return yield open('not-supplied', 'rules/reference/business-catalogue.yaml');
    const phrases = scopePhrases.value;
    const { scope } = subject.value;
    const at = fieldOf(subject, 'scope');

    // The declared scope decides: of a long one in small print, reading loses lines.
    if (scope !== undefined) {
      const { naming, phrase, clause } = lookFor(phrases, scope);
      if (naming === 'excluded') return yield { messageId: 'excluded', data: { phrase, clause }, at };
      if (naming === 'absent') yield { messageId: 'absent', data: { phrases: list(phrases) }, at };
      return;
    }
    const printed = hear(evidence.businessLicences, (fields) => fields.scope).said;
    if (printed.length === 0) return yield open('not-supplied', 'company.scope');
    for (const testimony of printed) {
      const { naming, phrase, clause } = lookFor(phrases, testimony.field.value);
      const place = { at: placeOf(at, testimony), confidence: testimony.field.confidence };
      if (naming === 'excluded') yield { messageId: 'excluded', data: { phrase, clause }, ...place };
      if (naming === 'absent') yield { messageId: 'absent', data: { phrases: list(phrases) }, ...place };
    }
  },
});

const list = (phrases: readonly string[]) => ({
  'zh-CN': phrases
    .slice(0, 3)
    .map((phrase) => `“${phrase}”`)
    .join('、'),
  en: phrases
    .slice(0, 3)
    .map((phrase) => `"${phrase}"`)
    .join(', '),
});

/** Whether a scope names one of the services, or names them only to exclude them. */
function lookFor(
  phrases: readonly string[],
  scope: string,
): { readonly naming: Naming; readonly phrase: string; readonly clause: string } {
  const text = folded(scope).replaceAll(',', '，').replaceAll(';', '；').replaceAll(/\s/gu, '');
  const found = phrases.flatMap((phrase) =>
    [...text.matchAll(new RegExp(phrase, 'gu'))].map(({ index }) => {
      const before = text.slice(0, index);
      const after = text.slice(index + phrase.length);
      const isExcluded = excludedBefore.test(before) || excludedAfter.test(after);
      const clause = `${/[^，。；()]*$/u.exec(before)?.[0] ?? ''}${phrase}${/^[^，。；()]*/u.exec(after)?.[0] ?? ''}`;
      return { phrase, clause, isExcluded };
    }),
  );
  const good = found.find(({ isExcluded }) => !isExcluded);
  const first = good ?? found[0];
  if (first === undefined) return { naming: 'absent', phrase: '', clause: '' };
  return { naming: first.isExcluded ? 'excluded' : 'named', phrase: first.phrase, clause: first.clause };
}

function widen() {
  return {
    'zh-CN': '到登记机关增加经营范围，如“第二类增值电信业务”或“互联网信息服务”，换领营业执照后再提交。',
    en: 'Have the registry add to the scope, such as 第二类增值电信业务 or 互联网信息服务, and submit with the new licence.',
  } as const;
}
