import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { EvidenceValues } from '../../../src/evidence/kinds.ts';
import { joinSlices, type StraddleImpression } from '../../../src/imaging/seal/join-slices.ts';
import { pageList } from '../_pages.ts';
import { isStraddlePart } from '../_seals.ts';

/** Measured on drawn pages: of a seal of 38 to 44 mm over twelve sheets, 3 mm on each, 23 slices of 24 are found. */
const MOST_SHEETS = 12;

type Pages = EvidenceValues['seals'];

/** A part of a seal of which no slice was measured, an edge that could not be seen, or no colour in the whole document. */
function unclearOn(pages: Pages): ReadonlySet<number> {
  const grey = pages.every(({ colour }) => colour !== 'colour');
  return new Set(
    pages
      .filter(
        ({ seals, edges }) =>
          edges.slices.length === 0 && (grey || edges.unclear.length > 0 || seals.some(isStraddlePart)),
      )
      .map(({ number }) => number),
  );
}

/** Pages printed on both sides bear the seal on their fronts only. */
function areBacks(leftOut: readonly number[], impressions: readonly StraddleImpression[]): boolean {
  return (
    leftOut.every((page) => page % 2 === 0) &&
    impressions.some(({ joined, pages }) => joined && pages.every((page) => page % 2 === 1))
  );
}

const widest = (impressions: readonly StraddleImpression[]): StraddleImpression | undefined =>
  impressions.toSorted((a, b) => b.pages.length - a.pages.length || b.widthMm - a.widthMm)[0];

export default defineRule({
  id: 'scan/missing-straddle-seal',
  since: '0.1.0',
  title: { 'zh-CN': '没有骑缝章', en: 'straddle seal missing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》退回修改：说明材料须加盖骑缝章；未见法规规定',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{document}”有 {pages} 页，页边没有看到骑缝章。',
      en: 'the {document} has {pages} pages; no straddle seal was seen at their edges.',
      fix: {
        'zh-CN': '把各页错开摊成扇形，在右侧页边盖一个骑缝章，每页都要有一部分；扫描时页边要扫全。',
        en: 'Fan the sheets and put one seal across their right edges so that each bears a part; scan with the edges whole.',
      },
    },
    'left-out': {
      'zh-CN': '“{document}”{leftOut}的页边没有骑缝章，只有{borne}的页边有它的一部分。骑缝章应盖过每一页。',
      en: 'the straddle seal of the {document} does not reach {leftOut}: a part of it is at the edge of {borne} only. It should cross every page.',
      fix: {
        'zh-CN':
          '看原件：缺的页是扫描时切掉了边的，把页边扫全；是后来换过的页，应换回原页或重新签署；漏盖的，把整份各页错开，重盖一个跨过所有页的骑缝章。双面打印的，背面没有是正常的，请人工确认。',
        en: 'Look at the original: if the scan cut the edge off, scan with the edges whole; if a page was exchanged, put the original back or sign anew; if it was missed, fan all sheets and put one seal across them all. Of sheets printed on both sides the backs bear none: confirm that by eye.',
      },
    },
    'not-joined': {
      'zh-CN':
        '“{document}”{borne}的页边有印章的一部分，但拼不成一个章：最多的一处在{joining}，合起来宽 {width} 毫米，章高 {height} 毫米。应是同一个骑缝章，各页高度一致，拼起来是一整圈。',
      en: 'the parts of a seal at the edge of {borne} of the {document} do not join into one: most of them, on {joining}, make up {width} mm of a seal {height} mm high. They should be of one straddle seal, at the same height, and make up its whole ring.',
      fix: {
        'zh-CN':
          '看原件：各页的章拼得起来的，把页边扫全重新扫描；拼不起来的，核对有没有缺页、换页，再把各页错开，重盖一个骑缝章。',
        en: 'Look at the original: if the parts join there, scan again with the edges whole; if not, see whether a page is missing or was exchanged, then fan the sheets and put one seal across them.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.straddle === true,
  *check({ subject, evidence }) {
    const pages = evidence.seals;
    if (pages.length < 2) return;
    const { kind, file } = subject.value;
    const document = kindName(kind);
    const impressions = joinSlices(pages);
    const joined = new Set(impressions.flatMap((impression) => (impression.joined ? impression.pages : [])));
    if (pages.every(({ number }) => joined.has(number))) return;

    const best = widest(impressions);
    const unclear = unclearOn(pages);
    if (best === undefined) {
      if (unclear.size > 0 || pages.length > MOST_SHEETS) return yield open('inconclusive', file);
      return yield {
        messageId: 'missing',
        data: { document, pages: pages.length },
        at: subject.at,
        confidence: 'medium',
      };
    }
    const borne = pages.filter(({ edges }) => edges.slices.length > 0).map(({ number }) => number);
    const leftOut = pages.map(({ number }) => number).filter((page) => !borne.includes(page) && !unclear.has(page));
    const [first] = leftOut;
    if (first !== undefined) {
      const doubtful = pages.length > MOST_SHEETS || areBacks(leftOut, impressions);
      return yield {
        messageId: 'left-out',
        data: { document, leftOut: pageList(leftOut), borne: pageList(borne) },
        at: { ...subject.at, page: first },
        confidence: doubtful ? 'low' : 'medium',
      };
    }
    if (unclear.size > 0) return yield open('inconclusive', file);
    yield {
      messageId: 'not-joined',
      data: {
        document,
        borne: pageList(borne),
        joining: pageList(best.pages),
        width: best.widthMm,
        height: best.diameterMm,
      },
      at: { ...subject.at, page: best.pages[0] ?? 1 },
      confidence: 'low',
    };
  },
});
