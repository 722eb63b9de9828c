import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { findNumbers } from '../identifiers/find-numbers.ts';
import type { ProvinceMarks } from '../identifiers/province-marks.ts';
import type { HomePage, PageNumber } from './homepage.ts';
import type { Alignment } from './html-style.ts';
import { type Answer, sha256 } from './recording.ts';

/** A piece of text that holds a number, where it really stands, in CSS pixels of a page 1280 wide, origin top left. */
const pieceSchema = z.object({
  text: z.string().max(20_000),
  /** The block that it stands in. */
  line: z.string().max(20_000),
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
  /** The row that it stands in, from its first text to its last. */
  rowX: z.number(),
  rowWidth: z.number().nonnegative(),
  /** Computed. */
  fontPx: z.number().nonnegative(),
  href: z.string().max(4096).nullable(),
  visible: z.boolean(),
});
export type LaidOutPiece = z.infer<typeof pieceSchema>;

/** What a browser's own world hands over; a hostile page can put anything here. */
export const sightSchema = z.object({
  title: z.string().max(10_000),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
  pieces: z.array(pieceSchema).max(2000),
  /** Text as it is shown, a line for each block. */
  text: z.string().max(1_000_000),
});

export interface Screenshot {
  /** PNG. */
  readonly bytes: Uint8Array;
  /** Where on the page the picture begins: of a long page only the foot is kept. */
  readonly top: number;
}

/** A page after style sheets, and scripts where they were run. */
export interface PageLayout extends z.infer<typeof sightSchema> {
  /** Where the browser was in the end. */
  readonly url: string;
  readonly scriptsRun: boolean;
  /** null when the picture is not at hand any more. */
  readonly screenshot: Screenshot | null;
}

/** The sight as a recording keeps it. */
export const formatSight = ({ title, width, height, pieces, text }: z.infer<typeof sightSchema>): string =>
  stringify(
    { title, width, height, pieces, text },
    { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false },
  );

/** Reads what `formatSight` wrote; null for anything else. */
export const parseSight = (raw: string): z.infer<typeof sightSchema> | null => {
  try {
    const checked = sightSchema.safeParse(parse(raw, { maxAliasCount: 0 }));
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
};

/** In the last of these shares of the page, or pixels where that is more, lies its foot; never in its upper half. */
const footShare = 0.15;
const footPixels = 400;
/** A row whose middle lies within this share of the page's width around its middle is centred. */
const centreShare = 0.05;

const isAtFoot = ({ y, height }: LaidOutPiece, pageHeight: number): boolean =>
  y + height / 2 >= Math.max(pageHeight / 2, Math.min(pageHeight * (1 - footShare), pageHeight - footPixels));

const alignmentOf = ({ rowX, rowWidth }: LaidOutPiece, pageWidth: number): Alignment => {
  const offset = rowX + rowWidth / 2 - pageWidth / 2;
  if (Math.abs(offset) <= pageWidth * centreShare) return 'centre';
  return offset < 0 ? 'left' : 'right';
};

const digitsOf = (text: string): string =>
  [...(text.normalize('NFKC').match(/\d+/g) ?? [])].sort((a, b) => b.length - a.length)[0] ?? '';

const webHref = (href: string | null): string | null => (href !== null && /^https?:/i.test(href) ? href : null);

/** The numbers of a laid-out page: every piece that holds the digits of a number in its block. */
export const laidOutNumbers = (layout: PageLayout, marks: ProvinceMarks): readonly PageNumber[] =>
  layout.pieces.flatMap((piece) =>
    findNumbers(piece.line, marks)
      .filter(({ written }) => piece.text.normalize('NFKC').includes(digitsOf(written)))
      .map((number) => ({
        number,
        href: webHref(piece.href),
        inFoot: isAtFoot(piece, layout.height),
        visible: piece.visible,
        fontPx: piece.fontPx,
        alignment: alignmentOf(piece, layout.width),
      })),
  );

/** The home page with what a browser shows in place of what its source alone could tell. */
export const asLaidOut = (page: HomePage, layout: PageLayout, marks: ProvinceMarks): HomePage => {
  const text = layout.text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return {
    ...page,
    url: layout.url,
    title: layout.title.replace(/\s+/g, ' ').trim() || page.title,
    text,
    numbers: laidOutNumbers(layout, marks),
    drawnByScripts: layout.scriptsRun ? false : page.drawnByScripts,
    refresh: layout.url === page.url ? page.refresh : null,
  };
};

/** The layout as a recording keeps it: what was seen in `raw`, its picture beside it. */
export const recordLayout = (requested: string, layout: PageLayout, collectedAt: string, tool: string): Answer => {
  const { url, scriptsRun, screenshot } = layout;
  return {
    kind: 'layout',
    key: requested,
    source: url,
    collectedAt,
    tool,
    raw: formatSight(layout),
    details: {
      url,
      scriptsRun,
      pictureTop: screenshot?.top ?? null,
      pictureSha256: screenshot === null ? null : sha256(screenshot.bytes),
    },
    ...(screenshot === null ? {} : { picture: screenshot.bytes }),
  };
};
