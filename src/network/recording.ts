/**
 * A recording: one answer of the network, or one answer that a person exported, kept as a readable YAML file
 * `evidence/<kind>-<key>.yaml` beside the dossier, so that a later check sees exactly what an earlier one saw.
 *
 *     schemaVersion: 1
 *     kind: whois
 *     key: example.cn                  # canonical, see `canonicalKey`
 *     source: whois.cnnic.cn
 *     collectedAt: 2026-11-20T01:30:00.000Z
 *     tool: icp-check 0.1.0
 *     details: {}                      # what is known beside the text, e.g. the HTTP status
 *     rawSha256: …                     # of `raw`, UTF-8
 *     recordSha256: …                  # of every other field, so that a changed date is noticed too
 *     raw: |
 *       Domain Name: example.cn
 *       …
 *
 * `raw` is the answer as text: decoded from its own charset, line ends as LF (port 43 and HTTP send CRLF, which no
 * reader of the file would see), otherwise as received. The digests prove that nobody edited the file in passing; they
 * are not a signature, and anyone who recomputes them can forge a recording.
 */
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';

/** Kinds that the tool collects, and kinds that only a person can supply because a captcha guards them. */
export const collectedKinds = ['whois', 'rdap', 'dns', 'homepage', 'layout'] as const;
export const suppliedKinds = ['company-registry', 'licence-query', 'filing-query', 'app-store'] as const;
export const recordingKinds = [...collectedKinds, ...suppliedKinds] as const;
export type CollectedKind = (typeof collectedKinds)[number];
export type SuppliedKind = (typeof suppliedKinds)[number];
export type RecordingKind = (typeof recordingKinds)[number];

export type RecordingDetail = string | number | boolean | null;

/** What a collector knows when an answer has come. */
export interface Answer {
  readonly kind: RecordingKind;
  /** What was asked: a domain, an address, a page's URL, a company's name. */
  readonly key: string;
  /** Who answered, e.g. `whois.cnnic.cn`. */
  readonly source: string;
  /** ISO 8601 with zone. */
  readonly collectedAt: string;
  /** Name and version of the program, or how a person obtained it. */
  readonly tool: string;
  readonly raw: string;
  readonly details?: Readonly<Record<string, RecordingDetail>>;
  /** PNG that is kept beside the recording, see `picturePath`; `details` holds its digest. */
  readonly picture?: Uint8Array;
}

export interface Recording extends Omit<Answer, 'picture'> {
  readonly schemaVersion: 1;
  readonly details: Readonly<Record<string, RecordingDetail>>;
  readonly rawSha256: string;
  readonly recordSha256: string;
}

/** The parts of a recording that no longer match their digest. */
export type TamperedPart = 'raw' | 'record';

export type ParsedRecording =
  | { readonly state: 'valid'; readonly recording: Recording; readonly tampered: readonly TamperedPart[] }
  | { readonly state: 'invalid'; readonly problem: string };

const detailSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const recordingSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.enum(recordingKinds),
  key: z.string().min(1).max(2048),
  source: z.string().min(1).max(2048),
  collectedAt: z.iso.datetime({ offset: true }),
  tool: z.string().min(1).max(200),
  details: z.record(z.string(), detailSchema).default({}),
  rawSha256: z.string(),
  recordSha256: z.string(),
  raw: z.string(),
});

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const digestOfRecord = (
  answer: Omit<Answer, 'picture'> & { readonly details: Readonly<Record<string, RecordingDetail>> },
): string => {
  const details = Object.entries(answer.details).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(JSON.stringify([1, answer.kind, answer.key, answer.source, answer.collectedAt, answer.tool, details]));
};

/**
 * Domains in lower-case ASCII (punycode) without the root's dot, addresses of pages as a browser writes them, everything
 * else NFC and trimmed: one key, one file.
 */
export const canonicalKey = (kind: RecordingKind, key: string): string => {
  const trimmed = key.normalize('NFC').trim();
  if (kind === 'homepage' || kind === 'layout') return URL.canParse(trimmed) ? new URL(trimmed).href : trimmed;
  if (kind !== 'whois' && kind !== 'rdap' && kind !== 'dns') return trimmed;
  return domainToASCII(trimmed.replace(/\.$/, '')) || trimmed.toLowerCase();
};

/** Adds the digests. Pure: the time is the answer's own. */
export const createRecording = ({ picture: _, ...answer }: Answer): Recording => {
  const whole = {
    ...answer,
    key: canonicalKey(answer.kind, answer.key),
    // Through UTF-8 and back: a lone surrogate would come back from the file as another character.
    raw: Buffer.from(answer.raw.replaceAll('\r\n', '\n'), 'utf8').toString('utf8'),
    details: answer.details ?? {},
  };
  return { ...whole, schemaVersion: 1, rawSha256: sha256(whole.raw), recordSha256: digestOfRecord(whole) };
};

export const formatRecording = (recording: Recording): string => {
  const { schemaVersion, kind, key, source, collectedAt, tool, details, rawSha256, recordSha256, raw } = recording;
  return stringify(
    { schemaVersion, kind, key, source, collectedAt, tool, details, rawSha256, recordSha256, raw },
    { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false },
  );
};

/** Never throws: whatever is wrong with the text is said in `problem`. */
export const parseRecording = (text: string): ParsedRecording => {
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error) return { state: 'invalid', problem: error.message.split('\n')[0] ?? error.code };
  let content: unknown;
  try {
    // No alias is ever written, so one that stands here is an attempt to blow up memory.
    content = document.toJS({ maxAliasCount: 0 });
  } catch (thrown) {
    return { state: 'invalid', problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const checked = recordingSchema.safeParse(content);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return { state: 'invalid', problem: issue ? `${issue.path.join('.') || 'file'}: ${issue.message}` : 'unreadable' };
  }
  const recording = checked.data;
  const tampered: TamperedPart[] = [];
  if (sha256(recording.raw) !== recording.rawSha256) tampered.push('raw');
  if (digestOfRecord(recording) !== recording.recordSha256) tampered.push('record');
  return { state: 'valid', recording, tampered };
};

/** Longest file name of common file systems is 255 bytes; the rest is room for the kind and the digest. */
const maxKeyInFileName = 120;

/**
 * Path below the dossier's folder, with `/`. Keys that are no plain file name get their unsafe characters replaced and
 * a piece of their digest appended, so that two keys never share a file, on any file system.
 */
export const recordingPath = (kind: RecordingKind, key: string): string => {
  const canonical = canonicalKey(kind, key);
  const safe = canonical.replace(/[^a-z0-9.-]+/g, '_').slice(0, maxKeyInFileName);
  const name = safe === canonical ? safe : `${safe}-${sha256(canonical).slice(0, 12)}`;
  return `evidence/${kind}-${name}.yaml`;
};

/** Where the picture that belongs to a recording lies, below the dossier's folder. */
export const picturePath = (kind: RecordingKind, key: string): string =>
  recordingPath(kind, key).replace(/\.yaml$/, '.png');

/** Days that an answer stays usable. */
export type FreshnessDays = Readonly<Partial<Record<RecordingKind, number>>>;
export const defaultFreshnessDays = 30;

const millisecondsOfDay = 86_400_000;
/** A recording may be this far ahead of our clock before its date is impossible: two machines' clocks differ. */
const clockToleranceDays = 1;

export type Freshness = 'fresh' | 'stale' | 'from-the-future';

export const freshnessOf = (
  recording: Pick<Recording, 'kind' | 'collectedAt'>,
  now: Date,
  days: FreshnessDays = {},
): Freshness => {
  const age = (now.getTime() - Date.parse(recording.collectedAt)) / millisecondsOfDay;
  if (age < -clockToleranceDays) return 'from-the-future';
  return age <= (days[recording.kind] ?? defaultFreshnessDays) ? 'fresh' : 'stale';
};
