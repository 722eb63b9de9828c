import { z } from 'zod';
import type { LocalText } from '../../../src/dossier/problem.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { FileProblem } from '../../../src/imaging/inspection.ts';

export default defineRule({
  id: 'attachment/unreadable-file',
  since: '0.1.0',
  title: { 'zh-CN': '附件打不开', en: 'attachment cannot be opened' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['file'],
  basis: [{ kind: 'practice', cite: '审核人员打不开的附件等于没有提交', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': 'dossier.yaml 登记了“{file}”，材料文件夹里却打不开：{detail}。',
      en: 'dossier.yaml lists "{file}", but it cannot be opened: {detail}.',
      fix: {
        'zh-CN': '把文件放进材料文件夹；已经放了的，核对 dossier.yaml 里的路径，每个字和后缀都要一致。',
        en: 'Put the file into the dossier; if it is there, compare its path in dossier.yaml character by character.',
      },
    },
    empty: {
      'zh-CN': '“{file}”是空文件（0 字节）。',
      en: '"{file}" is empty (0 bytes).',
      fix: {
        'zh-CN': '多半是复制或下载中断。重新导出或扫描，打开看过再放进来。',
        en: 'A copy or download was probably cut short. Export or scan it again and open it before you put it here.',
      },
    },
    encrypted: {
      'zh-CN': '“{file}”设了打开密码，审核人员打不开。',
      en: '"{file}" asks for a password, so nobody at the authority can open it.',
      fix: {
        'zh-CN': '用密码打开后，“打印为 PDF”或另存为不加密的 PDF。',
        en: 'Open it with the password and save or print it as a PDF without one.',
      },
    },
    damaged: {
      'zh-CN': '“{file}”已损坏：{detail}。',
      en: '"{file}" is damaged: {detail}.',
      fix: {
        'zh-CN': '重新导出或扫描。上传前用 PDF 阅读器从第一页翻到最后一页。',
        en: 'Export or scan it again, and page through it in a PDF reader before you upload it.',
      },
    },
    'lfs-pointer': {
      'zh-CN': '“{file}”不是文件本身，而是 Git LFS 的指针。',
      en: '"{file}" is not the file itself but a Git LFS pointer.',
      fix: {
        'zh-CN': '在这个仓库里运行 git lfs pull，取回文件后再检查。',
        en: 'Run git lfs pull in this repository to fetch the file, then check again.',
      },
    },
    'too-big': {
      'zh-CN': '“{file}”大得打不开：{detail}。',
      en: '"{file}" is too big to be opened: {detail}.',
      fix: {
        'zh-CN': '按 A4 幅面、彩色、200–300 dpi 重新扫描；页数太多的，拆成几个文件。',
        en: 'Scan it again at A4 size, in colour, at 200 to 300 dpi; split a file that has too many pages.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { path, problem } = evidence.file;
    if (problem === null) return;
    const finding = { data: { file: path, detail: detailOf(problem) }, at: fieldOf(subject, 'file') };
    switch (problem.id) {
      // attachment/outside-dossier and attachment/wrong-format name these.
      case 'outside-dossier':
      case 'unsupported-format':
        return;
      case 'timeout':
        return yield open('timeout', problem.message);
      case 'missing':
      case 'not-a-file':
        return yield { messageId: 'missing', ...finding };
      case 'too-large':
      case 'too-many-pixels':
      case 'too-many-pages':
        return yield { messageId: 'too-big', ...finding };
      default:
        yield { messageId: problem.id, ...finding };
    }
  },
});

/** A problem's text is Chinese, a slash, and the same in English. */
function detailOf({ message }: FileProblem): LocalText {
  const [zh = message, en = zh] = message.split(' / ');
  return { 'zh-CN': zh, en };
}
