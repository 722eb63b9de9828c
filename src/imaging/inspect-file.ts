import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type {
  FileInspection,
  FileProblem,
  InspectionRequest,
  PageColour,
  PageInspection,
  PageText,
  SealInspection,
  SignatureInspection,
} from './inspection.ts';
import { IMAGING_LIMITS, type ImagingLimits } from './limits.ts';
import { isLfsPointer, mediaTypeOf } from './media-type.ts';
import type { OcrEngine } from './ocr/engine.ts';
import type { OpenFile, PageImage, PageSource, TextLayer } from './page-image.ts';
import { openPdf } from './pdf/open.ts';
import { openPicture, PICTURE_TYPES } from './picture.ts';
import { FileProblemError, PROBLEMS } from './problem.ts';
import { pageColour } from './quality/colour.ts';
import { measureQuality, type PageInk, pageInk } from './quality/measure.ts';
import { uprightTurn } from './quality/rotation.ts';
import { findSealSlices } from './seal/slices.ts';
import { inspectSignatures } from './signature/inspect.ts';
import { isWholeText, NO_TEXT, readPrint, textOfLayer } from './text.ts';
import type { QuarterTurn } from './turn.ts';

/** What looking at a file needs besides its bytes. */
export interface ImagingTools {
  /** The engine that reads page text; started at its first use, since most requests never read. */
  pageReader(): Promise<OcrEngine>;
  /** Finds and reads the seals of one page. */
  inspectSeals(page: PageImage): Promise<readonly SealInspection[]>;
  readonly limits?: ImagingLimits;
  /** Aborted when the file's time is up: the pages seen so far are returned with a `timeout` problem. */
  readonly signal?: AbortSignal;
}

/**
 * Everything between a file's bytes and what is seen in it. Never throws because of what the bytes are: whatever is
 * wrong with them is the inspection's `problem`, beside the pages that could be seen. Throws only when a tool fails.
 * @param name shown as the inspection's `file`; it decides nothing
 */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  request: InspectionRequest,
  tools: ImagingTools,
): Promise<FileInspection> {
  const limits = tools.limits ?? IMAGING_LIMITS;
  const mediaType = mediaTypeOf(bytes);
  const described = {
    file: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType,
  };
  let file: OpenFile;
  try {
    file = await open(bytes, mediaType, limits);
  } catch (error) {
    return { ...described, problem: problemOf(error), pages: [] };
  }
  try {
    return { ...described, ...(await inspectPages(file, request, tools, limits)) };
  } finally {
    file.close();
  }
}

async function open(
  bytes: Uint8Array,
  mediaType: ReturnType<typeof mediaTypeOf>,
  limits: ImagingLimits,
): Promise<OpenFile> {
  if (bytes.length === 0) throw new FileProblemError(PROBLEMS.empty());
  if (bytes.length > limits.bytes) throw new FileProblemError(PROBLEMS.tooLarge(bytes.length, limits));
  if (isLfsPointer(bytes)) throw new FileProblemError(PROBLEMS.lfsPointer());
  if (mediaType === 'application/pdf') return openPdf(bytes, limits);
  if (PICTURE_TYPES.has(mediaType)) return openPicture(bytes, mediaType, limits);
  throw new FileProblemError(PROBLEMS.unsupportedFormat(mediaType));
}

async function inspectPages(
  file: OpenFile,
  request: InspectionRequest,
  tools: ImagingTools,
  limits: ImagingLimits,
): Promise<Pick<FileInspection, 'problem' | 'pages'>> {
  const pages: PageInspection[] = [];
  let problem: FileProblem | null =
    file.pageCount > limits.pages ? PROBLEMS.tooManyPages(file.pageCount, limits) : null;
  const count = Math.min(file.pageCount, limits.pages);
  for (let number = 1; number <= count; number++) {
    // Rendering never waits: without this turn of the event loop no timer could abort the signal.
    await setImmediate();
    if (tools.signal?.aborted === true) {
      return { problem: PROBLEMS.timeout(limits.milliseconds, { pages: number - 1, of: file.pageCount }), pages };
    }
    try {
      pages.push(await inspectPage(file.page(number), request, tools));
    } catch (error) {
      problem ??= problemOf(error);
    }
  }
  return { problem, pages };
}

async function inspectPage(
  source: PageSource,
  request: InspectionRequest,
  tools: ImagingTools,
): Promise<PageInspection> {
  const page = await source.image();
  const layer = request.text || request.quality ? source.textLayer() : null;
  const ink = request.quality || (request.text && !isWholeText(layer)) ? pageInk(page) : null;
  const { text, rotation } = await readUpright(page, request, layer, ink, tools);
  const base = {
    number: source.number,
    widthMm: tenth(page.paper.widthMm),
    heightMm: tenth(page.paper.heightMm),
    dpi: Math.round(page.dpi),
    colour: pageColour(page),
  };
  const seals = request.seals ? await tools.inspectSeals(page) : null;
  return {
    ...base,
    text,
    quality: request.quality && ink !== null ? measureQuality(page, ink, rotation) : null,
    seals,
    edges: request.seals ? findSealSlices(page.raster, page.paper) : null,
    signatures: text === null ? null : await signaturesOn(page, base.colour, { text, rotation, ink, seals }, tools),
  };
}

async function signaturesOn(
  page: PageImage,
  colour: PageColour,
  seen: {
    readonly text: PageText;
    readonly rotation: QuarterTurn;
    readonly ink: PageInk | null;
    readonly seals: readonly SealInspection[] | null;
  },
  tools: ImagingTools,
): Promise<readonly SignatureInspection[]> {
  const { text, rotation, ink, seals } = seen;
  const judge = (found: readonly SealInspection[]) =>
    inspectSignatures(page, {
      text,
      rotation,
      skewDegrees: ink?.lines?.skewDegrees ?? 0,
      greySeals: found.filter((seal) => seal.ink !== 'red').map(({ box }) => box),
    });
  const judged = judge(seals ?? []);
  // A seal without colour cannot be told from a pen by its ink: on such pages signed places are worth looking for one.
  const needSeals = seals === null && colour !== 'colour' && judged.some(({ inkBox }) => inkBox !== null);
  return needSeals ? judge(await tools.inspectSeals(page)) : judged;
}

/**
 * The page's text, when asked for, and which way up it is. Print that a program set in horizontal lines stands upright;
 * a page that reads well as it lies does too; any other is tried each way.
 */
async function readUpright(
  page: PageImage,
  request: InspectionRequest,
  layer: TextLayer | null,
  ink: PageInk | null,
  tools: ImagingTools,
): Promise<{ text: PageText | null; rotation: QuarterTurn }> {
  const whole = isWholeText(layer) ? textOfLayer(layer) : null;
  const stated = request.text ? (whole ?? NO_TEXT) : null;
  if (ink === null || ink.blank) return { text: stated, rotation: 0 };
  const needsReading = request.text && whole === null;
  const upright = ink.lines === null || (whole !== null && ink.lines.direction === 'horizontal');
  if (upright && !needsReading) return { text: stated, rotation: 0 };

  const reader = await tools.pageReader();
  const read = (rotation: QuarterTurn): Promise<PageText> => readPrint(ink.print, rotation, layer, reader);
  const asItLies = needsReading && ink.lines?.direction !== 'vertical' ? await read(0) : null;
  const rotation =
    upright || (asItLies !== null && readsWell(asItLies))
      ? 0
      : await uprightTurn(ink.print, ink.characters, ink.lines, page.rasterDpi, reader);
  if (!needsReading) return { text: stated, rotation };
  return { text: rotation === 0 && asItLies !== null ? asItLies : await read(rotation), rotation };
}

/** Nothing but an upright page reads so well and at such length. */
function readsWell({ confidence, content }: PageText): boolean {
  return confidence >= 0.8 && content.length >= 20;
}

function problemOf(error: unknown): FileProblem {
  if (error instanceof FileProblemError) return error.problem;
  throw error;
}

const tenth = (millimetres: number): number => Math.round(millimetres * 10) / 10;
