import { TextDecoder } from 'node:util';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly charset: string;
}

/** Bytes above 127 in runs, and how many of the runs are a single byte. */
const countHighRuns = (bytes: Uint8Array): { readonly runs: number; readonly single: number } => {
  let runs = 0;
  let single = 0;
  const high = (at: number): boolean => (bytes[at] ?? 0) > 0x7f;
  for (let at = 0; at < bytes.length; at += 1) {
    if (!high(at) || high(at - 1)) continue;
    runs += 1;
    if (!high(at + 1)) single += 1;
  }
  return { runs, single };
};

/**
 * Decodes bytes that nobody labelled: UTF-8 where they are valid UTF-8, whose last character may be cut, else GB18030,
 * which Chinese servers still send. Western texts have their few bytes above 127 alone between ASCII letters, where
 * Chinese has them in pairs: those are read as windows-1252.
 */
export const decodeUnlabelled = (bytes: Uint8Array): DecodedText => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }), charset: 'utf-8' };
  } catch {
    const { runs, single } = countHighRuns(bytes);
    const charset = single * 2 > runs ? 'windows-1252' : 'gb18030';
    return { text: new TextDecoder(charset).decode(bytes), charset };
  }
};
