import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

const folded = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//u, '').normalize('NFC');

export default defineRule({
  id: 'attachment/undeclared-file',
  since: '0.1.0',
  title: { 'zh-CN': '文件没有登记', en: 'file not listed' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'dossier',
  needs: ['folder'],
  basis: [{ kind: 'practice', cite: '没有登记种类的文件不会被检查，也容易漏传或误传', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    undeclared: {
      'zh-CN': '文件夹里的“{file}”没有在 dossier.yaml 里登记，没有检查。',
      en: '"{file}" lies in the folder but is not listed in dossier.yaml; it was not checked.',
      fix: {
        'zh-CN': '要提交的，在“附件”里登记它的种类；不提交的，移出材料文件夹。',
        en: 'List it under attachments if it is to be submitted; move it out of the folder if not.',
      },
    },
  },
  *check({ dossier, evidence, subject }) {
    const listed = new Set([
      ...(dossier.attachments ?? []).map(({ file }) => folded(file)),
      ...(dossier.websites ?? []).flatMap(({ homePage }) => (homePage === undefined ? [] : [folded(homePage)])),
    ]);
    for (const file of evidence.folder) {
      if (!listed.has(folded(file)))
        yield { messageId: 'undeclared', data: { file }, at: { ...subject.at, path: ['attachments'] } };
    }
  },
});
