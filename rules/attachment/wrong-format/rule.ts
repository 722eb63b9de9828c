import path from 'node:path';
import { z } from 'zod';
import { endingFits, formatName } from '../../../src/dossier/file-format.ts';
import { portalOf } from '../../../src/dossier/portal.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

/** Problems with which the content, and so its format, was not seen. */
const contentUnseen = new Set([
  'missing',
  'not-a-file',
  'outside-dossier',
  'empty',
  'lfs-pointer',
  'too-large',
  'timeout',
]);

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
      'zh-CN': '“{file}”的内容是{actual}，{ending}。上传后会被当成损坏的文件。',
      en: 'the content of "{file}" is {actual}, but {ending}; the portal will take it for a damaged file.',
      fix: {
        'zh-CN': '用扫描软件或“打印为 PDF”重新导出，不要只改后缀：改了后缀，内容还是原来的。',
        en: 'Export it again instead of renaming it: a new ending does not change the content.',
      },
    },
    'not-taken': {
      'zh-CN': '“{file}”是{actual}，“{portal}”只收 {formats}。',
      en: '"{file}" is {actual}; "{portal}" takes only {formats}.',
      fix: {
        'zh-CN': '重新导出为 {formats}，代替原文件，并改 dossier.yaml 里的文件名。',
        en: 'Export it as {formats} in its place, and correct its name in dossier.yaml.',
      },
    },
  },
  *check({ subject, evidence, dossier, reference }) {
    const { path: file, mediaType, problem } = evidence.file;
    if (mediaType === '' || (problem !== null && contentUnseen.has(problem.id))) return yield open('unreadable', file);

    const isUnknown = mediaType === 'application/octet-stream';
    const actual = isUnknown
      ? { 'zh-CN': '认不出的格式', en: 'of an unknown format' }
      : { 'zh-CN': ` ${formatName(mediaType)}`, en: formatName(mediaType) };
    const at = fieldOf(subject, 'file');
    if (!endingFits(file, mediaType)) {
      const written = path.extname(file);
      const ending =
        written === ''
          ? { 'zh-CN': '文件名却没有后缀', en: 'its name has no ending' }
          : { 'zh-CN': `后缀却是 ${written}`, en: `its name ends in ${written}` };
      return yield { messageId: 'ending-differs', data: { file, actual, ending }, at };
    }

    const named = subject.value.portal ?? dossier.portal;
    const own = portalOf(named, dossier.procedure, reference);
    // A portal that nobody knows is taken to accept what the usual one of the procedure does.
    const portal = own ?? portalOf(undefined, dossier.procedure, reference);
    if (portal === undefined) return yield open('not-supplied', named ?? 'portal');
    if (portal.value.formats.some((format) => mediaType.endsWith(`/${format}`))) return;
    const formats = portal.value.formats.map((format) => format.toUpperCase());
    yield {
      messageId: 'not-taken',
      data: {
        file,
        actual,
        portal: portal.value.name,
        formats: { 'zh-CN': formats.join('、'), en: formats.join(', ') },
      },
      at,
      ...(portal.confidence === 'article' || own === undefined ? { severity: 'warning' as const } : {}),
    };
  },
});
