import type { PageText } from '../inspection.ts';
import type { PaperSize } from '../seal/detect.ts';
import type { Area, SignatureLabel } from './labels.ts';
import { widthOf } from './labels.ts';
import { THRESHOLDS } from './thresholds.ts';

type Line = PageText['lines'][number];

/** Where a name may be signed for a label. */
export interface Zone {
  readonly area: Area;
  /** Print of other lines within it, which is no signature. */
  readonly foreign: readonly Area[];
  /** What was read within it that may be the name, typed or signed. */
  readonly read: readonly Line[];
}

/** Words of forms that end the room for a signature: the next field, a date, a seal's place. */
const OTHER_FIELD =
  /[:：]|^\s*[年月日]\s*$|\d\s*[年月日]|年\s*月|月\s*日|盖\s*章|公\s*章|公\s*司|单\s*位|签\s*[字名章署]|电\s*话|身\s*份|日\s*期|\d{4}/u;

export const areaOf = ({ box }: Line, paper: PaperSize): Area => ({
  left: box.x * paper.widthMm,
  top: box.y * paper.heightMm,
  right: (box.x + box.width) * paper.widthMm,
  bottom: (box.y + box.height) * paper.heightMm,
});

/** To the right of the label, up to the next print that is no name. */
export function besideLabel(label: SignatureLabel, lines: readonly Line[], paper: PaperSize): Zone {
  const { zone: Z } = THRESHOLDS;
  const { area, emMm } = label;
  const middle = (area.top + area.bottom) / 2;
  const others = lines.filter((line) => line !== label.line);
  const onRow = others.filter((line) => sharedHeight(areaOf(line, paper), area) > 0.4);
  const ends = onRow
    .map((line) => ({ line, own: areaOf(line, paper) }))
    .filter(({ line, own }) => own.left > area.left && isPrint(line, own, label))
    .filter(({ line }) => OTHER_FIELD.test(line.text) || widthOf(line.text) > 6)
    .map(({ own }) => own.left - 0.5);
  const right = Math.min(area.right + Z.widestMm, paper.widthMm - 2, ...ends.filter((end) => end > area.right));
  const room: Area = {
    left: area.right,
    top: Math.max(0, middle - Z.reach * emMm),
    right: Math.max(right, area.right + 1),
    bottom: Math.min(paper.heightMm, middle + Z.reach * emMm),
  };
  return withReading(room, label, others, paper);
}

/** Under the label, where a form leaves room there; null when the next line of print follows. */
export function underLabel(label: SignatureLabel, lines: readonly Line[], paper: PaperSize): Zone | null {
  const { zone: Z } = THRESHOLDS;
  const { area } = label;
  const others = lines.filter((line) => line !== label.line);
  const right = area.left + Math.max(45, area.right - area.left);
  const tops = others
    .filter((line) => isPrint(line, areaOf(line, paper), label) && !NAME.test(line.text))
    .map((line) => areaOf(line, paper))
    .filter((other) => other.top > area.bottom - 1 && other.left < right && other.right > area.left)
    .map(({ top }) => top);
  const bottom = Math.min(area.bottom + Z.belowMm, paper.heightMm - 1, ...tops.map((top) => top - 0.5));
  if (bottom - area.bottom < Z.leastBelowMm) return null;
  const beside = others
    .map((line) => areaOf(line, paper))
    .filter((other) => sharedHeight(other, area) > 0.4 && other.left > area.right)
    .map(({ left }) => left - 1);
  const room: Area = { left: Math.max(0, area.left - 2), top: area.bottom, right: Math.min(right, ...beside), bottom };
  return withReading(room, label, others, paper);
}

function withReading(room: Area, label: SignatureLabel, others: readonly Line[], paper: PaperSize): Zone {
  const foreign: Area[] = [];
  const read: Line[] = [];
  for (const line of others) {
    const area = areaOf(line, paper);
    if (!meets(area, room)) continue;
    if (mayBeName(line, area, room, label)) read.push(line);
    else foreign.push(area);
  }
  return { area: room, foreign, read };
}

/** Of print only a short line at the label's height is a name; a hand is read badly, or is taller than print is. */
function mayBeName(line: Line, area: Area, room: Area, label: SignatureLabel): boolean {
  const { emMm } = label;
  if (!isPrint(line, area, label)) return area.left >= room.left - emMm && area.bottom - area.top < 5 * emMm;
  if (OTHER_FIELD.test(line.text)) return false;
  const middle = (area.top + area.bottom) / 2;
  const labelMiddle = (label.area.top + label.area.bottom) / 2;
  if (Math.abs(middle - labelMiddle) < 0.8 * emMm) return widthOf(line.text) <= 6;
  // Under a label there is other print too: there only what might be a name is one.
  return room.top >= label.area.bottom && NAME.test(line.text);
}

const NAME = /^\s*\p{Script=Han}\s*(?:\p{Script=Han}\s*){1,3}$/u;

/** Read with certainty, and either a field's words or no taller than print is. */
const isPrint = ({ text, confidence }: Line, area: Area, { emMm }: SignatureLabel): boolean =>
  confidence >= 0.85 && (area.bottom - area.top < 1.9 * emMm || (widthOf(text) >= 3 && OTHER_FIELD.test(text)));

const meets = (a: Area, b: Area): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** How much of the lower of two areas lies at the height of the other, 0 to 1. */
export function sharedHeight(a: Area, b: Area): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, shared) / Math.min(a.bottom - a.top, b.bottom - b.top);
}
