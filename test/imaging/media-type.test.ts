import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isLfsPointer, mediaTypeOf } from '../../src/imaging/media-type.ts';

const bytes = (latin1: string): Uint8Array => Buffer.from(latin1, 'latin1');

/** A zip archive of empty, stored entries, as far as its local headers go. */
function zip(...names: string[]): Uint8Array {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt16LE(Buffer.byteLength(name), 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );
}

describe('mediaTypeOf', () => {
  const white = sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } });

  it.each(['jpeg', 'png', 'tiff', 'gif', 'webp', 'avif'] as const)(
    'recognises a %s that sharp wrote',
    async (format) => {
      expect(mediaTypeOf(await white.clone().toFormat(format).toBuffer())).toBe(`image/${format}`);
    },
  );

  it.each([
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'application/pdf'],
    ['a PDF behind a mail header', `${'X-Header: 1\r\n'.repeat(20)}%PDF-1.4`, 'application/pdf'],
    ['a PDF header too late to count', `${' '.repeat(1024)}%PDF-1.4`, 'application/octet-stream'],
    ['a JPEG whose comment mentions a PDF', '\xff\xd8\xff\xfe\x00\x0a%PDF-1.4', 'image/jpeg'],
    ['a Word document of before 2007', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'application/msword'],
    ['a phone picture', '\0\0\0\x18ftypheic\0\0\0\0', 'image/heic'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0', 'application/octet-stream'],
    ['a bitmap', 'BM\x36\x00\x03\x00', 'image/bmp'],
    ['a saved web page', '\n<!DOCTYPE html><html>', 'text/html'],
    ['a drawing', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['a RAR archive', 'Rar!\x1a\x07\x01\x00', 'application/vnd.rar'],
    ['nothing', '', 'application/octet-stream'],
    ['plain text', 'PDF', 'application/octet-stream'],
  ])('recognises %s', (_, content, expected) => {
    expect(mediaTypeOf(bytes(content))).toBe(expected);
  });

  it.each([
    [['OFD.xml', 'Doc_0/Document.xml'], 'application/ofd'],
    [['Doc_0/Document.xml', 'OFD.xml'], 'application/ofd'],
    [
      ['[Content_Types].xml', 'word/document.xml'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [['[Content_Types].xml', 'xl/workbook.xml'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [['scans/1.jpg', 'password.docx'], 'application/zip'],
  ])('tells zip archives apart by their entries: %j', (names, expected) => {
    expect(mediaTypeOf(zip(...names))).toBe(expected);
  });
});

describe('isLfsPointer', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;

  it('recognises a pointer, with and without extension lines', () => {
    expect(isLfsPointer(bytes(pointer))).toBe(true);
    expect(isLfsPointer(bytes(pointer.replace('oid', `ext-0-crop sha256:${'a'.repeat(64)}\noid`)))).toBe(true);
  });

  it('does not take text that only begins like one, or quotes one at length, for a pointer', () => {
    expect(isLfsPointer(bytes('version https://git-lfs.github.com/spec/v1\nhello\n'))).toBe(false);
    expect(isLfsPointer(bytes(pointer + 'x'.repeat(1024)))).toBe(false);
  });
});
