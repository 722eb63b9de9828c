import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isStraddlePart, sealsOn } from '../_seals.ts';

/** Over more sheets than this a seal leaves less on each than can be told from a stroke: a fifth of its ring. */
const MOST_SHEETS = 4;

export default defineRule({
  id: 'scan/missing-straddle-seal',
  since: '0.1.0',
  title: { 'zh-CN': '没有骑缝章', en: 'straddle seal missing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》退回修改：说明材料须加盖骑缝章；未见法规规定',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{document}”有 {pages} 页，页边没有看到骑缝章。',
      en: 'the {document} has {pages} pages; no straddle seal was seen at their edges.',
      fix: {
        'zh-CN': '把各页错开摊成扇形，在右侧页边盖一个骑缝章，每页都要有一部分；扫描时页边要扫全。',
        en: 'Fan the sheets and put one seal across their right edges so that each bears a part; scan with the edges whole.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.straddle === true,
  *check({ subject, evidence }) {
    const pages = evidence.seals.length;
    if (pages < 2 || sealsOn(evidence.seals).some(({ seal }) => isStraddlePart(seal))) return;
    if (pages > MOST_SHEETS) return yield open('inconclusive', subject.value.file);
    yield {
      messageId: 'missing',
      data: { document: kindName(subject.value.kind), pages },
      at: subject.at,
      confidence: 'medium',
    };
  },
});
