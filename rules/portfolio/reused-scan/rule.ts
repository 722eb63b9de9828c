import { z } from 'zod';
import type { AttachmentKind } from '../../../src/dossier/attachment-kinds.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { usccKey } from '../../../src/portfolio/portfolio-index.ts';

/** Papers of a third party or of a person, which several companies may rightly hold a copy of. */
const common: ReadonlySet<AttachmentKind> = new Set([
  'provider-licence',
  'id-card-front',
  'id-card-back',
  'property-certificate',
  'licence-query',
]);

export default defineRule({
  id: 'portfolio/reused-scan',
  since: '0.1.0',
  title: { 'zh-CN': '几家公司用了同一个扫描件', en: 'one scan in the dossiers of several companies' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'portfolio',
  needs: ['sharedScans'],
  basis: [{ kind: 'practice', cite: '代办替多家公司整理材料，常见的差错是放错了别家的扫描件', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    reused: {
      'zh-CN': '“{document}”和别家材料里的文件一模一样：{others}。',
      en: 'the {document} is the very file that is in another dossier: {others}.',
      fix: {
        'zh-CN':
          '打开文件看是哪家公司的，另一家换上自己的扫描件；确是两家共有的文件（如联合办公的租赁合同），说明即可。',
        en: 'Open it and see whose it is; the other company attaches its own scan. If it does belong to both (a lease in common, say), say so.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.index.members.length > 1,
  *check({ subject, dossier, evidence }) {
    const attachments = dossier.attachments ?? [];
    for (const { file, others: holders } of evidence.sharedScans) {
      const position = attachments.findIndex((each) => each.file === file);
      const kind = attachments[position]?.kind;
      if (kind === undefined || common.has(kind)) continue;
      const others = holders.filter(
        ({ path, uscc }) => path !== subject.value.path && usccKey(uscc) !== usccKey(dossier.company.uscc),
      );
      if (others.length === 0) continue;
      const listed = (joint: string, wrap: (company: string, where: string) => string) =>
        others.map((other) => wrap(other.company, `${other.path}/${other.file}`)).join(joint);
      yield {
        messageId: 'reused',
        data: {
          document: kindName(kind),
          others: {
            'zh-CN': listed('、', (company, where) => `${company}（${where}）`),
            en: listed(', ', (company, where) => `${company} (${where})`),
          },
        },
        at: { path: ['attachments', position], attachment: file },
      };
    }
  },
});
