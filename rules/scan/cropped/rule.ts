import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import type { PageQuality } from '../../../src/imaging/inspection.ts';
import type { Box } from '../../../src/imaging/raster.ts';
import { isScreenshot } from '../_pages.ts';

type Side = PageQuality['croppedSides'][number];

const names = {
  top: { 'zh-CN': '上边', en: 'top' },
  right: { 'zh-CN': '右边', en: 'right' },
  bottom: { 'zh-CN': '下边', en: 'bottom' },
  left: { 'zh-CN': '左边', en: 'left' },
} as const;

/** A seal whose outline comes this near to an edge, as a share of the page, may itself be what runs off it. */
const NEAR = 0.02;

const isAt = (side: Side, { x, y, width, height }: Box): boolean =>
  ({ top: y <= NEAR, left: x <= NEAR, right: x + width >= 1 - NEAR, bottom: y + height >= 1 - NEAR })[side];

export default defineRule({
  id: 'scan/cropped',
  since: '0.1.0',
  title: { 'zh-CN': '页面没有扫全', en: 'page cropped' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  uses: ['seals'],
  basis: [{ kind: 'provider', cite: '腾讯云、华为云备案文档：证件缺角的会被驳回', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    cropped: {
      'zh-CN': '“{document}”第 {page} 页{sides}的文字或线条被切断，页面没有扫全。',
      en: 'print runs off the {sides} of page {page} of the {document}: the page was not scanned whole.',
      fix: {
        'zh-CN': '把纸放正，四边都露出来，重新扫描；扫描软件的“自动裁切”要关掉。',
        en: 'Lay the sheet so that all its edges show and scan again, with automatic cropping switched off.',
      },
    },
  },
  appliesTo: ({ subject }) => !isScreenshot(subject.value.kind),
  *check({ subject, evidence }) {
    const { pages, seals } = evidence;
    for (const { number: page, quality } of pages) {
      const found = seals.state === 'known' ? seals.value.find(({ number }) => number === page)?.seals : undefined;
      // A straddle seal runs off the page on purpose.
      const sides = quality.croppedSides.filter((side) => !found?.some(({ box }) => isAt(side, box)));
      const [first] = sides;
      if (first === undefined) continue;
      // Of a thin strip of a straddle seal nothing but its strokes may have been seen.
      const mayBeSeal = pages.length > 1 && sides.every((side) => side === 'left' || side === 'right');
      yield {
        messageId: 'cropped',
        data: {
          document: kindName(subject.value.kind),
          page,
          sides: {
            'zh-CN': sides.map((side) => names[side]['zh-CN']).join('、'),
            en: sides.map((side) => names[side].en).join(' and '),
          },
        },
        at: { ...subject.at, page },
        confidence: mayBeSeal ? 'low' : 'medium',
      };
    }
  },
});
