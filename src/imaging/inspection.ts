import type { Box } from './raster.ts';

/** What `icp-check inspect -f json` prints and what the collectors keep: additions are free, changes need a new schemaVersion. */
export interface FileInspection {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** By magic bytes, never by the name's ending; `application/octet-stream` when unknown. */
  readonly mediaType: string;
  readonly problem: FileProblem | null;
  readonly pages: readonly PageInspection[];
}

export type FileProblemId =
  | 'missing'
  | 'not-a-file'
  | 'empty'
  | 'encrypted'
  | 'damaged'
  | 'lfs-pointer'
  | 'unsupported-format'
  | 'too-large'
  | 'too-many-pixels'
  | 'too-many-pages'
  | 'timeout'
  | 'outside-dossier';

/** Why nothing, or not everything, could be seen. `message` is Chinese first, then English with the same facts. */
export interface FileProblem {
  readonly id: FileProblemId;
  readonly message: string;
}

export type PageColour = 'colour' | 'greyscale' | 'bitonal';

export interface PageInspection {
  /** From 1. */
  readonly number: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Effective resolution of the pixels on the paper's size, dots per inch. */
  readonly dpi: number;
  readonly colour: PageColour;
  /** null when text was not asked for. */
  readonly text: PageText | null;
  /** null when quality was not asked for. */
  readonly quality: PageQuality | null;
  /** null when seals were not asked for. */
  readonly seals: readonly SealInspection[] | null;
  /** What the side edges show of straddle seals; null when seals were not asked for. */
  readonly edges: PageEdges | null;
  /** Places whose printed label asks for a signature; null when text was not asked for, because labels are read. */
  readonly signatures: readonly SignatureInspection[] | null;
}

export interface PageText {
  readonly source: 'layer' | 'ocr' | 'none';
  readonly content: string;
  /** 0 to 1; 1 for a text layer. */
  readonly confidence: number;
  readonly lines: readonly { readonly text: string; readonly confidence: number; readonly box: Box }[];
}

/** Measures of a page image; each carries its unit. Judgements (blurred, skewed …) belong to the rules. */
export interface PageQuality {
  /** 0 = no edges at all, 1 = as sharp as a clean 200 dpi scan. */
  readonly sharpness: number;
  /** Degrees, positive = clockwise; small-angle skew of the text lines. */
  readonly skewDegrees: number;
  /** 0, 90, 180 or 270: how far the page must be turned clockwise to stand upright. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Share of the page that is neither paper nor margin: 0 for a blank page. */
  readonly inkShare: number;
  readonly blank: boolean;
  /** Share of the page washed out by glare, 0 to 1. */
  readonly glareShare: number;
  /** Darkest illumination over brightest, 1 = even light. */
  readonly lightEvenness: number;
  /** Median height of text in millimetres, null when no text was found. */
  readonly textHeightMm: number | null;
  /** Sides on which print runs off the picture. */
  readonly croppedSides: readonly ('top' | 'right' | 'bottom' | 'left')[];
  /** 0 to 1: strength of a screen's regular pattern. */
  readonly moire: number;
  /** 64-bit perceptual hash, 16 hex digits. */
  readonly perceptualHash: string;
}

export type SealShape = 'round' | 'oval' | 'rectangle' | 'square';
export type SealInk = 'red' | 'grey' | 'other';
export type SealVerdict = 'legible' | 'faint' | 'illegible' | 'cut-off' | 'inconclusive';
export type SealKind = 'company' | 'contract' | 'finance' | 'invoice' | 'name-chop' | 'other' | 'unknown';

export interface SealInspection {
  readonly box: Box;
  readonly shape: SealShape;
  readonly ink: SealInk;
  readonly verdict: SealVerdict;
  /** Why the verdict is inconclusive, or what decided it; a stable id such as `low-contrast`. */
  readonly reason: string;
  /** Ink against the paper's own white, 0 (as the paper) to 1 (full red). */
  readonly contrast: number;
  /** Share of the ring that is printed, 0 to 1. */
  readonly coverage: number;
  /** Stroke sharpness, 0 to 1. */
  readonly sharpness: number;
  /** Name on the arc as read; '' when nothing could be read. */
  readonly text: string;
  /** 0 to 1. */
  readonly textConfidence: number;
  /** The straight line inside, e.g. 合同专用章. */
  readonly innerText: string;
  /** Number on the lower arc. */
  readonly number: string;
  readonly kind: SealKind;
  /** Larger diameter on paper in millimetres. */
  readonly diameterMm: number;
}

export type SliceSide = 'left' | 'right';

/**
 * A piece of a seal that the side edge of the page cuts off, as each sheet bears one of a straddle seal. In grey, as
 * greyscale copies of red ones are, and in other colours only pieces of rings are told from all else.
 */
export interface SealSlice {
  readonly side: SliceSide;
  readonly ink: SealInk;
  /** Millimetres from the top of the page. */
  readonly topMm: number;
  readonly bottomMm: number;
  /** How wide the ink is from where it ends inside the page to where it ends at its edge, millimetres. */
  readonly depthMm: number;
  /** What lies between the ink and the edge of the picture, millimetres: photographs show a rim of desk. */
  readonly insetMm: number;
  /** How long it is where it ends inside the page, and where it ends at the edge, millimetres. */
  readonly innerExtentMm: number;
  readonly outerExtentMm: number;
}

export interface PageEdges {
  readonly slices: readonly SealSlice[];
  /** Sides of which it cannot be said whether they bear a slice. */
  readonly unclear: readonly SliceSide[];
}

export type SignatureVerdict = 'signed' | 'unsigned' | 'typed' | 'inconclusive';
export type SignatureReason =
  | 'pen-strokes'
  | 'no-ink'
  /** Nothing but a seal's red ink. */
  | 'seal-only'
  | 'typed-name'
  /** Strokes that might be either. */
  | 'print-or-pen'
  /** Print of which no name was read. */
  | 'unread-print'
  /** A seal in grey or black lies there, whose ink cannot be told from a pen's. */
  | 'grey-seal';

/** A place where the print asks for a signature, and what stands there. */
export interface SignatureInspection {
  /** The label, as read: 法定代表人（签字）. */
  readonly label: string;
  /** Where a name was looked for. */
  readonly box: Box;
  /** The ink that decided; null when there is none. */
  readonly inkBox: Box | null;
  readonly verdict: SignatureVerdict;
  readonly reason: SignatureReason;
  /** Probability of the verdict by the model that was fitted, 0 to 1; 0.5 for `inconclusive`. */
  readonly confidence: number;
  /** Length of that ink's strokes in millimetres. */
  readonly strokeMm: number;
  /** Share of its edges that run along neither the line of print nor its upright: print has less than a hand, 0 to 1. */
  readonly slant: number;
  /** Its height over the size of the label's characters. */
  readonly heightRatio: number;
  /** Share of the place that a seal's red ink covers, 0 to 1. */
  readonly sealShare: number;
}

export interface InspectionRequest {
  readonly quality: boolean;
  readonly seals: boolean;
  readonly text: boolean;
}
