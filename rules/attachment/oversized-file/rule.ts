import { z } from 'zod';
import { portalOf } from '../../../src/dossier/portal.ts';
import { defineRule } from '../../../src/engine/rule.ts';

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(2);

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
    { kind: 'provider', cite: '华为云备案材料要求：图片不超过 4 MB', asOf: '2026-11' },
  ],
  options: z.strictObject({
    /** Replaces the portal's own limit, in bytes; a file must be smaller. */
    maximumBytes: z.int().positive().optional(),
  }),
  messages: {
    oversized: {
      'zh-CN': '“{file}”有 {size} MB（{bytes} 字节），“{portal}”的上限是 {limit} MB。',
      en: '"{file}" has {size} MB ({bytes} bytes); the limit of "{portal}" is {limit} MB.',
      fix: {
        'zh-CN':
          '按彩色、150–200 dpi 重新扫描，或用 PDF 软件“缩小文件大小”。压缩后放大到 200% 看公章和小字，仍清楚才能用。不要改成黑白。',
        en: 'Scan it again in colour at 150 to 200 dpi, or reduce the PDF. Look at seal and small print at 200 % afterwards. Do not turn it into black and white.',
      },
    },
  },
  *check({ subject, evidence, dossier, options, reference }) {
    const { path, bytes } = evidence.file;
    const portal = portalOf(subject.value.portal ?? dossier.portal, dossier.procedure, reference);
    const maximum =
      options.maximumBytes === undefined ? portal?.value.maximum : { bytes: options.maximumBytes, inclusive: false };
    if (maximum === undefined || bytes < maximum.bytes || (maximum.inclusive && bytes === maximum.bytes)) return;
    yield {
      messageId: 'oversized',
      data: {
        file: path,
        size: megabytes(bytes),
        bytes,
        portal: portal?.value.name ?? dossier.portal ?? '',
        limit: megabytes(maximum.bytes),
      },
      at: subject.at,
      compared: { seen: `${bytes} B`, expected: `< ${maximum.bytes} B` },
    };
  },
});
