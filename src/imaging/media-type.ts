/** What a file is by its first bytes. The name's ending is never looked at. */
export type MediaType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'image/tiff'
  | 'image/gif'
  | 'image/webp'
  | 'image/bmp'
  | 'image/heic'
  | 'image/avif'
  | 'image/svg+xml'
  | 'application/ofd'
  | 'application/msword'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  | 'application/zip'
  | 'application/vnd.rar'
  | 'application/x-7z-compressed'
  | 'text/html'
  | 'application/octet-stream';

interface Signature {
  readonly mediaType: MediaType;
  readonly at: number;
  readonly ascii: string;
}

/** Signatures as the formats' own specifications give them, written in Latin-1. */
const SIGNATURES: readonly Signature[] = [
  { mediaType: 'image/jpeg', at: 0, ascii: '\xff\xd8\xff' },
  { mediaType: 'image/png', at: 0, ascii: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/tiff', at: 0, ascii: 'II*\0' },
  { mediaType: 'image/tiff', at: 0, ascii: 'MM\0*' },
  { mediaType: 'image/gif', at: 0, ascii: 'GIF87a' },
  { mediaType: 'image/gif', at: 0, ascii: 'GIF89a' },
  { mediaType: 'image/bmp', at: 0, ascii: 'BM' },
  // Word, Excel and PowerPoint up to 2003 share one container; Word is by far the likeliest attachment.
  { mediaType: 'application/msword', at: 0, ascii: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { mediaType: 'application/vnd.rar', at: 0, ascii: 'Rar!\x1a\x07' },
  { mediaType: 'application/x-7z-compressed', at: 0, ascii: "7z\xbc\xaf'\x1c" },
];

/** ISO 14496-12 brands after `ftyp`: the still-picture formats of phones. */
const BRANDS: Readonly<Record<string, MediaType>> = {
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  mif1: 'image/heic',
  msf1: 'image/heic',
  avif: 'image/avif',
  avis: 'image/avif',
};

/** Entry names that tell one zip-based format from another. */
const ZIP_ENTRIES: readonly (readonly [string, MediaType])[] = [
  ['OFD.xml', 'application/ofd'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** Readers accept a PDF whose header is anywhere in the first 1024 bytes (PDF 1.7, appendix H, note 13). */
const PDF_HEADER_WINDOW = 1024;

const LFS_POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]+\n)*?oid sha256:[0-9a-f]{64}\n/;
/** A pointer file is always smaller (Git LFS specification, "The Pointer"). */
const LFS_POINTER_BYTES = 1024;

export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const head = latin1(bytes, 0, PDF_HEADER_WINDOW);
  // A JPEG or PNG may carry "%PDF-" in its metadata, so the fixed signatures go first.
  const fixed = SIGNATURES.find(({ at, ascii }) => head.startsWith(ascii, at));
  if (fixed !== undefined) return fixed.mediaType;
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp';
  if (head.startsWith('ftyp', 4)) return BRANDS[head.slice(8, 12)] ?? 'application/octet-stream';
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes);
  if (head.includes('%PDF-')) return 'application/pdf';
  const markup = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/s.test(markup))
    return 'image/svg+xml';
  if (/^<(?:!doctype html|html|head|body)[\s>]/.test(markup)) return 'text/html';
  return 'application/octet-stream';
}

/** True when the file is Git LFS's stand-in for a file that was not fetched. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < LFS_POINTER_BYTES && LFS_POINTER.test(latin1(bytes, 0, LFS_POINTER_BYTES));
}

/** Looks at the entry names in the local headers of the first 64 KiB; no entry is unpacked. */
function zipKind(bytes: Uint8Array): MediaType {
  const window = latin1(bytes, 0, 65_536);
  for (let at = window.indexOf('PK\x03\x04'); at >= 0; at = window.indexOf('PK\x03\x04', at + 4)) {
    const name = window.slice(at + 30, at + 30 + window.charCodeAt(at + 26) + 256 * window.charCodeAt(at + 27));
    const known = ZIP_ENTRIES.find(([entry]) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry));
    if (known !== undefined) return known[1];
  }
  return 'application/zip';
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}
