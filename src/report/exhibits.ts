import pLimit from 'p-limit';
import type { FileInspection, PageInspection, SealInspection } from '../imaging/inspection.ts';
import type { Box, Raster } from '../imaging/raster.ts';
import type { PageLayout } from '../network/page-layout.ts';
import type { Exhibit, Exhibits, TextExhibit, WithheldExhibit } from './exhibit.ts';
import { coverBoxes, cropOf, pictureOf } from './page-picture.ts';
import { maskPersonalData } from './redaction.ts';
import type { DossierReport, FindingReport, Report } from './report.ts';
import { screenshotOf } from './screenshot.ts';
import { severitiesWorstFirst } from './summary.ts';

/** Where exhibits come from. Each answers null for what it does not have; none throws for what a file holds. */
export interface ExhibitSources {
  /** Pixels of a page, anew at each call. */
  readonly drawPage: (dossier: string, attachment: string, page: number) => Promise<Raster | null>;
  /** What was seen in an attachment: the text of its pages and their seals. */
  readonly inspect: (dossier: string, attachment: string) => Promise<FileInspection | null>;
  /** The attachment is declared as, or named like, an identity document. */
  readonly isIdentityDocument: (dossier: string, attachment: string) => boolean;
  /** What a source sent about a subject, word for word. */
  readonly answer: (
    dossier: string,
    kind: string,
    subject: string,
  ) => Promise<{ readonly source: string; readonly at: string; readonly text: string } | null>;
  /** A home page as a browser showed it. */
  readonly layout: (
    dossier: string,
    subject: string,
  ) => Promise<{ readonly source: string; readonly at: string; readonly layout: PageLayout } | null>;
}

export interface ExhibitOptions {
  /** Show personal data in clear, identity documents included. */
  readonly unmask: boolean;
}

/** Findings that get pictures; worst first, the others say that there were too many. */
const mostPictured = 2000;
/** Pages drawn at the same time: each holds 12 MB of pixels at A4 and 200 dpi. */
const pagesAtOnce = 2;

/**
 * Draws what findings point at. `report` is the one before masking, because masked names open no files; the keys of the
 * result are masked as the report will be.
 */
export async function prepareExhibits(
  report: Report,
  sources: ExhibitSources,
  { unmask }: ExhibitOptions,
): Promise<Exhibits> {
  const mask = unmask ? (text: string) => text : maskPersonalData;
  const limit = pLimit(pagesAtOnce);
  const tasks = worstFirst(report.dossiers).map(({ dossier, finding }, index) => ({
    dossier,
    finding,
    exhibits: limit(() => exhibitsOf(dossier, finding, sources, { mask, unmask, pictured: index < mostPictured })),
  }));
  const all = new Map<string, Map<string, readonly Exhibit[]>>();
  for (const { dossier, finding, exhibits } of tasks) {
    const found = await exhibits;
    if (found.length === 0) continue;
    const key = mask(dossier.path);
    const own = all.get(key) ?? new Map<string, readonly Exhibit[]>();
    all.set(key, own.set(finding.fingerprint, found));
  }
  return all;
}

function worstFirst(dossiers: readonly DossierReport[]) {
  return dossiers
    .flatMap((dossier) =>
      dossier.findings
        .filter(({ suppressed }) => suppressed === undefined)
        .map((finding) => ({ dossier, finding, rank: severitiesWorstFirst.indexOf(finding.severity) })),
    )
    .sort((a, b) => a.rank - b.rank);
}

interface Drawing {
  readonly mask: (text: string) => string;
  readonly unmask: boolean;
  readonly pictured: boolean;
}

async function exhibitsOf(
  dossier: DossierReport,
  finding: FindingReport,
  sources: ExhibitSources,
  drawing: Drawing,
): Promise<Exhibit[]> {
  return [
    ...(await pageExhibits(dossier.path, finding, sources, drawing)),
    ...(await textExhibits(dossier.path, finding, sources, drawing)),
    ...(await screenshotExhibits(dossier.path, finding, sources, drawing)),
  ];
}

async function pageExhibits(
  dossier: string,
  { location }: FindingReport,
  sources: ExhibitSources,
  { mask, unmask, pictured }: Drawing,
): Promise<Exhibit[]> {
  const { attachment, page, box = null } = location;
  if (attachment === undefined || page === undefined) return [];
  const withheld = (reason: WithheldExhibit['reason']): Exhibit[] => [
    { kind: 'withheld', attachment: mask(attachment), reason },
  ];
  if (!pictured) return withheld('too-many');
  if (!unmask && sources.isIdentityDocument(dossier, attachment)) return withheld('identity-document');
  const inspection = await sources.inspect(dossier, attachment);
  const seen = inspection?.pages.find(({ number }) => number === page);
  if (!unmask && seen !== undefined && showsIdentityCard(seen)) return withheld('identity-document');
  const raster = await sources.drawPage(dossier, attachment, page);
  if (raster === null) return withheld('unreadable');
  // A page whose text nobody has read may show anything.
  if (!unmask && (seen === undefined || seen.text === null)) return withheld('unread');
  if (!unmask) coverBoxes(raster, personalBoxes(seen));
  const place = { attachment: mask(attachment), page };
  const seals = sealsAt(seen?.seals ?? [], box);
  return [
    {
      kind: 'page',
      ...place,
      overview: await pictureOf(raster, overviewWidth),
      box,
      detail:
        box === null || seals.length > 0 ? null : await pictureOf(cropOf(raster, box, 0, marginShare), detailWidth),
    },
    ...(await Promise.all(
      seals.map(async (seal) => ({
        kind: 'seal' as const,
        ...place,
        picture: await pictureOf(cropOf(raster, seal.box, 0.15), sealWidth),
        seal: { ...seal, text: mask(seal.text), innerText: mask(seal.innerText), number: mask(seal.number) },
      })),
    )),
  ];
}

/** Pixels. The overview shows where on the page: at this size print of 10.5 points cannot be read. */
const overviewWidth = 240;
const detailWidth = 560;
const sealWidth = 320;
/** Around a place, as a share of the page: enough to see what stands before and behind. */
const marginShare = 0.04;

/** Words that stand on every resident identity card and hardly anywhere else. */
export const showsIdentityCard = ({ text }: PageInspection): boolean =>
  /公民身份号码|居民身份证|签发机关/u.test((text?.content ?? '').replaceAll(/\s/gu, ''));

/** Lines of a page that hold personal data, or that are named as such although OCR read their numbers badly. */
export const personalBoxes = (page: PageInspection | undefined): Box[] =>
  (page?.text?.lines ?? [])
    .filter(({ text }) => maskPersonalData(text) !== text || personalLabel.test(text.replaceAll(/\s/gu, '')))
    .map(({ box }) => box);

const personalLabel =
  /(?:身份证|证件号|护照|通行证|手机|移动电话|电子邮[箱件]|邮箱|e-?mail|[账帐][号户]|卡号)[^0-9A-Za-z]{0,8}[0-9A-Za-z]{4}/iu;

/** The seals that a place means: those that overlap it. */
const sealsAt = (seals: readonly SealInspection[], place: Box | null): SealInspection[] =>
  place === null ? [] : seals.filter(({ box }) => overlap(box, place) > 0.3);

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Kinds of evidence whose answer is a text that a clerk can read. */
const readableAnswers: ReadonlySet<string> = new Set(['whois']);

async function textExhibits(
  dossier: string,
  finding: FindingReport,
  sources: ExhibitSources,
  { mask }: Drawing,
): Promise<Exhibit[]> {
  const exhibits: Exhibit[] = [];
  for (const { kind } of finding.evidence) {
    if (!readableAnswers.has(kind)) continue;
    const answer = await sources.answer(dossier, kind, finding.subject);
    if (answer !== null) exhibits.push(excerptOf(answer, finding.compared?.seen, mask));
  }
  return exhibits;
}

async function screenshotExhibits(
  dossier: string,
  { evidence, subject }: FindingReport,
  sources: ExhibitSources,
  { mask, pictured }: Drawing,
): Promise<Exhibit[]> {
  if (!pictured || !evidence.some(({ kind }) => kind === 'homepage')) return [];
  const shown = await sources.layout(dossier, subject);
  if (shown === null) return [];
  const exhibit = await screenshotOf(shown.layout, mask);
  return exhibit === null ? [] : [{ kind: 'screenshot', source: mask(shown.source), at: shown.at, ...exhibit }];
}

/** Lines around those that matter. */
const contextLines = 2;
const longestExcerpt = 14;

/** The lines of an answer that hold what was seen, or that name the registrant, and those around them. */
function excerptOf(
  { source, at, text }: { readonly source: string; readonly at: string; readonly text: string },
  seen: string | undefined,
  mask: (text: string) => string,
): TextExhibit {
  const all = text.split(/\r\n|\n|\r/u);
  const holds = (line: string) => seen !== undefined && seen.trim() !== '' && line.includes(seen.trim());
  const names = (line: string) => /^\s*Registrant(?: Name| Organi[sz]ation)?\s*:/iu.test(line);
  const marked = all.some(holds) ? all.map(holds) : all.map(names);
  const near = (index: number) =>
    marked.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(Boolean);
  const wanted = marked.some(Boolean) ? all.map((_, index) => near(index)) : all.map(() => true);
  const lines = all
    .map((line, index) => ({ number: index + 1, text: mask(line), marked: marked[index] ?? false }))
    .filter((_, index) => wanted[index])
    .slice(0, longestExcerpt);
  return { kind: 'text', source, at, lines, omitted: all.length - lines.length };
}
