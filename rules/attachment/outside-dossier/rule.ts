import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/outside-dossier',
  since: '0.1.0',
  title: { 'zh-CN': '附件不在材料文件夹内', en: 'attachment outside the dossier' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['file'],
  basis: [
    { kind: 'practice', cite: '材料文件夹须自成一体：打包或交接时，文件夹之外的文件不会跟着走', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    outside: {
      'zh-CN': '“{file}”指向材料文件夹之外，没有打开。附件必须放在 dossier.yaml 所在的文件夹里。',
      en: '"{file}" leads out of the dossier and was not opened; attachments must lie in the folder of dossier.yaml.',
      fix: {
        'zh-CN': '把文件本身（不是快捷方式或链接）复制进材料文件夹，再改 dossier.yaml 里的路径。',
        en: 'Copy the file itself, not a link to it, into the dossier and correct its path in dossier.yaml.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { path, problem } = evidence.file;
    if (problem?.id !== 'outside-dossier') return;
    yield { messageId: 'outside', data: { file: path }, at: fieldOf(subject, 'file') };
  },
});
