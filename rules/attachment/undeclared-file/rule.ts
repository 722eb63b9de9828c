import path from 'node:path';
import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

/** macOS writes decomposed characters, Windows backslashes; both mean the same file. */
const folded = (file: string) => path.posix.normalize(file.replaceAll('\\', '/')).normalize('NFC');

/** What Word, WPS and LibreOffice leave beside a file that is open; nobody attached it. */
const isLockFile = (file: string) => /^(?:~\$|\.~)/u.test(path.posix.basename(file));

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
      'zh-CN': '“{file}”放在文件夹里，却没有在 dossier.yaml 里登记，没有检查。',
      en: '"{file}" lies in the folder but is not listed in dossier.yaml; it was not checked.',
      fix: {
        'zh-CN': '要提交的，在“附件”里登记文件名和种类；不提交的，移出材料文件夹。',
        en: 'List its name and kind under attachments if it is to be submitted; move it out of the folder if not.',
      },
    },
  },
  *check({ dossier, evidence, subject }) {
    const listed = new Set(
      [
        ...(dossier.attachments ?? []).map(({ file }) => file),
        ...(dossier.websites ?? []).flatMap(({ homePage = [] }) => homePage),
      ].map(folded),
    );
    for (const file of evidence.folder) {
      if (listed.has(folded(file)) || isLockFile(file)) continue;
      yield { messageId: 'undeclared', data: { file }, at: { ...subject.at, path: ['attachments'] } };
    }
  },
});
