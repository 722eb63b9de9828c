import { z } from 'zod';
import { portalOf } from '../../../src/dossier/portal.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'attachment/undersized-image',
  since: '0.1.0',
  title: { 'zh-CN': '图片太小', en: 'image too small' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'attachment',

  basis: [{ kind: 'provider', cite: '阿里云备案：图片不小于 200 KB；各接入商要求清晰可辨', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    small: {
      'zh-CN': '“{file}”只有 {size} KB，“{portal}”要求不小于 {minimum} KB，太小多半不清楚。',
      en: '"{file}" has {size} KB; "{portal}" asks for at least {minimum} KB, for less is mostly unreadable.',
      fix: {
        'zh-CN': '用原件重新拍照或扫描（不要用聊天软件转发过的图），原图直接上传。',
        en: 'Photograph or scan the original again; do not use pictures that a messenger has reduced.',
      },
    },
  },

  needs: ['file'],
  *check({ subject, dossier, evidence: { file }, reference }) {
    const portal = portalOf(subject.value.portal ?? dossier.portal, dossier.procedure, reference);
    const minimum = portal?.value.minimum;
    if (
      minimum === undefined ||
      file.problem !== null ||
      file.bytes >= minimum.bytes ||
      !file.mediaType.startsWith('image/')
    )
      return;
    yield {
      messageId: 'small',
      data: {
        file: file.path,
        size: Math.floor(file.bytes / 1024),
        portal: portal?.value.name ?? '',
        minimum: Math.round(minimum.bytes / 1024),
      },
      at: subject.at,
    };
  },
});
