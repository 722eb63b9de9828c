import { z } from 'zod';
import type { AttachmentKind } from '../../../src/dossier/attachment-kinds.ts';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isScreenshot } from '../_pages.ts';
import { sealAskedOn } from '../_seals.ts';

/** Documents whose original is coloured, and is to be scanned as such. */
const originals: ReadonlySet<AttachmentKind> = new Set(['business-licence', 'id-card-front', 'id-card-back']);

export default defineRule({
  id: 'scan/not-in-colour',
  since: '0.1.0',
  title: { 'zh-CN': '不是彩色扫描件', en: 'not scanned in colour' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  basis: [
    { kind: 'provider', cite: '腾讯云备案文档“备案材料清单”：证件彩色原件', asOf: '2026-11' },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第6条：公章颜色过浅，被识别为“无效公章”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    sealed: {
      'zh-CN': '“{document}”{how}，看不出红色的公章；应为盖章原件的彩色扫描件。',
      en: 'the {document} {how}, so no red seal can be seen; it should be a colour scan of the sealed original.',
      fix: {
        'zh-CN': '用彩色模式重新扫描盖了章的纸质原件，不要扫复印件，不要选“黑白”“灰度”“文档”模式。',
        en: 'Scan the sealed original again in colour: no photocopy, and none of the black-and-white, grey or document modes.',
      },
    },
    original: {
      'zh-CN': '“{document}”{how}；应为证件原件的彩色扫描件或照片。',
      en: 'the {document} {how}; it should be a colour scan or photograph of the original.',
      fix: {
        'zh-CN': '用彩色模式扫描或拍摄证件原件，不要用复印件。',
        en: 'Scan or photograph the original in colour; do not use a photocopy.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) => {
    const { kind } = subject.value;
    return !isScreenshot(kind) && (originals.has(kind) || sealAskedOn(kind, dossier, reference) !== undefined);
  },
  *check({ subject, evidence, dossier, reference }) {
    // Pages of black print are without colour however they are scanned: one page in colour is enough.
    if (evidence.pages.some(({ colour }) => colour === 'colour')) return;
    const { kind } = subject.value;
    const isBitonal = evidence.pages.every(({ colour }) => colour === 'bitonal');
    const isSealed = sealAskedOn(kind, dossier, reference) !== undefined;
    yield {
      messageId: isSealed ? 'sealed' : 'original',
      data: {
        document: kindName(kind),
        how: isBitonal
          ? { 'zh-CN': '只有黑白两色', en: 'is in black and white only' }
          : { 'zh-CN': '没有彩色，只有灰度', en: 'shows no colour, only shades of grey' },
      },
      at: subject.at,
    };
  },
});
