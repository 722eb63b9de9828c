import type { SealInspection } from '../imaging/inspection.ts';
import type { Box } from '../imaging/raster.ts';

/** Evidence to be looked at: prepared before reporting, because a reporter reads no files. */
export type Exhibit = PageExhibit | SealExhibit | ScreenshotExhibit | TextExhibit | WithheldExhibit;

/** An encoded picture, small enough to stand in a report. */
export interface Picture {
  readonly mediaType: 'image/webp' | 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Where on a page: the page small, and the place itself large. */
export interface PageExhibit {
  readonly kind: 'page';
  readonly attachment: string;
  /** From 1. */
  readonly page: number;
  readonly overview: Picture;
  /** The place on the page; null when the whole page is meant. */
  readonly box: Box | null;
  readonly detail: Picture | null;
}

/** A seal beside what was measured of it. */
export interface SealExhibit {
  readonly kind: 'seal';
  readonly attachment: string;
  readonly page: number;
  readonly picture: Picture;
  readonly seal: SealInspection;
}

/** A part of a home page as a browser showed it: what lies around a number, or else the foot. */
export interface ScreenshotExhibit {
  readonly kind: 'screenshot';
  /** Address of the page. */
  readonly source: string;
  /** ISO 8601; '' for a page that was saved in the dossier. */
  readonly at: string;
  readonly picture: Picture;
  /** Where the number stands, in fractions of the picture; null when none is shown. */
  readonly box: Box | null;
}

/** A text that a source sent, with the lines that matter marked. */
export interface TextExhibit {
  readonly kind: 'text';
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly marked: boolean }[];
  /** Lines that are not shown. */
  readonly omitted: number;
}

/** Something that is not shown, and why. */
export interface WithheldExhibit {
  readonly kind: 'withheld';
  readonly attachment: string;
  readonly reason: 'identity-document' | 'unread' | 'unreadable' | 'too-many';
}

/** Exhibits of a run: dossier path, masked as in the report, → fingerprint of the finding → what to look at. */
export type Exhibits = ReadonlyMap<string, ReadonlyMap<string, readonly Exhibit[]>>;
