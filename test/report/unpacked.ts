import { inflateRawSync } from 'node:zlib';

/** Everything that a workbook holds, unpacked; entries follow each other from the front. */
export function unpacked(archive: Buffer): string {
  let text = '';
  for (
    let at = archive.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = archive.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    if (archive.readUInt16LE(at + 8) === 8) text += inflateRawSync(archive.subarray(start)).toString('utf8');
  }
  return text;
}
