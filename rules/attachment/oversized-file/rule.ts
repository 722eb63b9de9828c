import { z } from 'zod';
import { portalOf } from '../../../src/dossier/portal.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

const megabyte = 1024 * 1024;
const inMegabytes = (bytes: number) => Number((bytes / megabyte).toFixed(2));

/** Problems with which the size that is seen is not that of the document. */
const sizeUnseen = new Set(['missing', 'not-a-file', 'outside-dossier', 'lfs-pointer', 'timeout']);

export default defineRule({
  id: 'attachment/oversized-file',
  since: '0.1.0',
  title: { 'zh-CN': '文件超过大小上限', en: 'file over the size limit' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['file'],
  basis: [
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步：单个文件<5M', asOf: '2026-11' },
    { kind: 'provider', cite: '华为云、阿里云备案材料要求：图片不超过 4 MB', asOf: '2026-11' },
  ],
  options: z.strictObject({
    /** Replaces the portal's own limit, in bytes; a file must be smaller. */
    maximumBytes: z.int().positive().optional(),
  }),
  messages: {
    oversized: {
      'zh-CN': '“{file}”有 {size} MB（{bytes} 字节），{limit}。',
      en: '"{file}" has {size} MB ({bytes} bytes); {limit}.',
      fix: {
        'zh-CN':
          '按彩色、150–200 dpi 重新扫描，或用 PDF 软件“缩小文件大小”。改完放大到 200% 看公章和小字，清楚才能用。不要改成黑白。',
        en: 'Scan it again in colour at 150 to 200 dpi, or reduce the PDF. Look at seal and small print at 200 % afterwards. Do not turn it into black and white.',
      },
    },
  },
  *check({ subject, evidence, dossier, options, reference }) {
    const { path, bytes, problem } = evidence.file;
    if (problem !== null && sizeUnseen.has(problem.id)) return yield open('unreadable', path);

    const named = subject.value.portal ?? dossier.portal;
    const own = portalOf(named, dossier.procedure, reference);
    // A portal that nobody knows is taken to limit files as the usual one of the procedure does.
    const portal = own ?? portalOf(undefined, dossier.procedure, reference);
    const { maximumBytes } = options;
    const maximum =
      maximumBytes === undefined ? portal?.value.maximum : { bytes: maximumBytes, inclusive: false as boolean };
    if (maximum === undefined) return yield open('not-supplied', named ?? 'portal');
    if (bytes < maximum.bytes || (maximum.inclusive && bytes === maximum.bytes)) return;

    const limit = inMegabytes(maximum.bytes);
    const [zhBound, enBound] = maximum.inclusive
      ? [`不超过 ${limit} MB`, `at most ${limit} MB`]
      : [`小于 ${limit} MB`, `less than ${limit} MB`];
    const isUsual = maximumBytes === undefined && own === undefined;
    const whose =
      maximumBytes !== undefined
        ? { zh: '本次设置要求', en: 'the configuration asks for' }
        : isUsual
          ? { zh: `“${named}”的上限不详，通常要求`, en: `the limit of "${named}" is not known, usually it is` }
          : { zh: `“${portal?.value.name}”要求`, en: `"${portal?.value.name}" takes` };
    yield {
      messageId: 'oversized',
      data: {
        file: path,
        size: inMegabytes(bytes),
        bytes,
        limit: { 'zh-CN': `${whose.zh}${zhBound}`, en: `${whose.en} ${enBound}` },
      },
      at: fieldOf(subject, 'file'),
      compared: { seen: `${bytes} B`, expected: `${maximum.inclusive ? '≤' : '<'} ${maximum.bytes} B` },
      ...(isUsual ? { severity: 'warning' as const } : {}),
    };
  },
});
