import { z } from 'zod';
import { endingFits, formatName } from '../../../src/dossier/file-format.ts';
import { portalOf } from '../../../src/dossier/portal.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/wrong-format',
  since: '0.1.0',
  title: { 'zh-CN': '文件格式不对', en: 'wrong file format' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['file'],
  basis: [
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步：附件全部做成PDF', asOf: '2026-11' },
    { kind: 'provider', cite: '华为云、阿里云备案材料要求：jpg、png 格式', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    'ending-differs': {
      'zh-CN': '“{file}”的内容其实是{actual}，与后缀不符。系统按内容识别，会提示文件损坏。',
      en: '"{file}" is really {actual}, which its ending denies; the portal will call it damaged.',
      fix: {
        'zh-CN': '不要改后缀了事：用扫描软件或“打印为 PDF”重新导出，使内容与后缀一致。',
        en: 'Do not just rename it: export it again so that content and ending agree.',
      },
    },
    'not-taken': {
      'zh-CN': '“{file}”是{actual}，“{portal}”只收 {formats}。',
      en: '"{file}" is {actual}; "{portal}" takes only {formats}.',
      fix: {
        'zh-CN': '转换成 {formats} 后重新放入材料文件夹。',
        en: 'Convert it to {formats} and put it back into the dossier.',
      },
    },
  },
  *check({ subject, evidence, dossier, reference }) {
    const { path, mediaType, problem } = evidence.file;
    if (mediaType === '' || (problem !== null && problem.id !== 'unsupported-format')) return;
    const actual = formatName(mediaType);
    if (!endingFits(path, mediaType)) {
      yield { messageId: 'ending-differs', data: { file: path, actual }, at: subject.at };
      return;
    }
    const portal = portalOf(subject.value.portal ?? dossier.portal, dossier.procedure, reference);
    if (portal === undefined || portal.value.formats.some((format) => mediaType.endsWith(`/${format}`))) return;
    yield {
      messageId: 'not-taken',
      data: { file: path, actual, portal: portal.value.name, formats: portal.value.formats.join('、').toUpperCase() },
      at: subject.at,
      ...(portal.confidence === 'article' ? { severity: 'warning' as const } : {}),
    };
  },
});
