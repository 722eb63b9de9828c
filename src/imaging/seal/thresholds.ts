import { cutFrame, frame } from './thresholds/frames.ts';
import { ink, page, view } from './thresholds/ink.ts';
import { arc, framed, layout, line, number, strokes, tone, writtenArcs } from './thresholds/reading.ts';
import { place, ring, shape } from './thresholds/rings.ts';
import { search, sizes } from './thresholds/search.ts';
import { joinedSlices, ringSlice, slice } from './thresholds/slices.ts';
import { measure, verdict } from './thresholds/verdict.ts';

/**
 * Every number that decides something about a seal, each with where it comes from; the folder beside this file has one
 * file for what is searched, found, measured, judged, read and joined. How densely something is sampled, and how wide a
 * line is handed to an engine, stands where it is done.
 *
 * "Fitted" means: chosen on the tuning part of the data (generated pages of the tuning seeds and the even rows of the
 * real pictures) and judged on the other part by `npm run accuracy`. "Standard" means: taken from how seals are made.
 * "Chosen" means: set by hand while the step was written, and right as far as the figures of `npm run accuracy` as a whole
 * are; no series was measured for that number alone. Lengths are in millimetres where the paper's size is known, in
 * pixels of the reduced page or in shares of the seal's radius elsewhere; ink is 0 (as the paper) to 1 (nothing reflected).
 */
export const THRESHOLDS = {
  // The page, its paper and its ink.
  page,
  ink,
  view,
  // Seals by their rims.
  search,
  sizes,
  shape,
  place,
  ring,
  frame,
  cutFrame,
  // What is measured, and what follows from it.
  measure,
  verdict,
  // What is read.
  strokes,
  tone,
  layout,
  writtenArcs,
  line,
  arc,
  number,
  framed,
  // Straddle seals.
  slice,
  ringSlice,
  joinedSlices,
} as const;
