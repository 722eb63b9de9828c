import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

/** Problems that other rules name: attachment/outside-dossier, attachment/wrong-format, attachment/oversized-file. */
const namedElsewhere = new Set(['outside-dossier', 'unsupported-format']);

export default defineRule({
  id: 'attachment/unreadable-file',
  since: '0.1.0',
  title: { 'zh-CN': '附件打不开', en: 'attachment cannot be opened' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['file'],
  basis: [{ kind: 'practice', cite: '审核人员打不开的附件按未提交处理；常见退回原因“附件无法打开”', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    unreadable: {
      'zh-CN': '“{file}”打不开：{problem}',
      en: '"{file}" cannot be opened: {problem}',
      fix: {
        'zh-CN':
          '先用 PDF 阅读器打开确认。缺文件的补上文件；加密的去掉密码后另存；损坏或 0 字节的重新扫描；Git LFS 指针请先运行 git lfs pull。',
        en: 'Open it in a PDF reader first. Add a file that is absent, save an encrypted one without its password, scan a damaged or empty one again; for a Git LFS pointer run git lfs pull.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { path, problem } = evidence.file;
    if (problem === null || namedElsewhere.has(problem.id)) return;
    yield { messageId: 'unreadable', data: { file: path, problem: problem.message }, at: subject.at };
  },
});
