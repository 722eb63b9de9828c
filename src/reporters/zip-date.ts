/**
 * Sets the time stamps inside a ZIP file to midnight of a day, so that the same report gives the same bytes; the
 * library that packs writes the time of packing. Layout: PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16. The archive is one
 * that was just made, without a comment.
 */
export function withZipDate(archive: Uint8Array, day: string): Uint8Array {
  const dated = Uint8Array.from(archive);
  const view = new DataView(dated.buffer);
  const end = dated.length - endRecordLength;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new Error('the ZIP file has no end record');
  const count = view.getUint16(end + 10, true);
  const date = dosDate(day);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    stamp(view, entry + 12, date);
    stamp(view, view.getUint32(entry + 42, true) + 10, date);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return dated;
}

const endRecordLength = 22;
const endSignature = 0x06054b50;

function stamp(view: DataView, offset: number, date: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, date, true);
}

/** Seven bits of years since 1980, four of the month, five of the day. */
function dosDate(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((Math.max(1980, year) - 1980) << 9) | (month << 5) | date;
}
