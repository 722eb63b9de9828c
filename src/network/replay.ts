import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import { type HostAnswer, parseHostAnswer } from './dns.ts';
import { registrableDomain } from './domain-name.ts';
import { type PageLayout, parseSight } from './page-layout.ts';
import { type PageVisit, pageUrl, replayVisit } from './page-visit.ts';
import { parseRdap } from './rdap.ts';
import {
  canonicalKey,
  type FreshnessDays,
  freshnessOf,
  type Recording,
  type RecordingKind,
  recordingPath,
  sha256,
} from './recording.ts';
import { readPicture, readRecording } from './recording-file.ts';
import type { RegistrantAnswer } from './registrant.ts';
import { parseWhois } from './whois-text.ts';

/** Where recordings lie, and the moment that they must be fresh at. */
export interface Recordings {
  /** Folder of the dossier; recordings lie in its `evidence/`. */
  readonly folder: string;
  readonly now: Date;
  readonly days?: FreshnessDays;
}

/** Said in the report beside whatever rests on a recording that no longer matches its digests. */
export const editedByHand = 'edited-by-hand';

/** What a recording says of its key; null when its text cannot be read as that. */
type View<T> = (recording: Recording) => T | null;

/**
 * One recorded answer: `offline` when there is none, `stale` when it is too old or dated in the future, `unreadable`,
 * with the file and what is wrong in it, when it is no recording or says nothing of its key.
 */
export const replay = async <T>(
  kind: RecordingKind,
  key: string,
  { folder, now, days }: Recordings,
  view: View<T>,
): Promise<Evidence<T>> => {
  const read = await readRecording(folder, kind, key);
  const file = recordingPath(kind, key);
  if (read.state === 'absent') return unknown('offline', file);
  if (read.state === 'invalid') return unknown('unreadable', `${file}: ${read.problem}`);
  const { recording, tampered } = read;
  if (freshnessOf(recording, now, days) !== 'fresh') return unknown('stale', `${file}: ${recording.collectedAt}`);
  const value = view(recording);
  if (value === null) return unknown('unreadable', `${file}: raw says nothing of ${recording.key}`);
  return known(value, {
    source: recording.source,
    at: recording.collectedAt,
    recorded: true,
    ...(tampered.length === 0 ? {} : { caution: editedByHand }),
  });
};

const orNull = (answer: RegistrantAnswer): RegistrantAnswer | null => (answer.state === 'unknown' ? null : answer);

/** The registrant as recorded, by RDAP or else by whois. */
export const replayRegistrant = async (name: string, recordings: Recordings): Promise<Evidence<RegistrantAnswer>> => {
  const domain = registrableDomain(name) ?? canonicalKey('whois', name);
  const rdap = await replay('rdap', domain, recordings, ({ raw }) => orNull(parseRdap(raw, domain).answer));
  if (rdap.state === 'known') return rdap;
  const whois = await replay('whois', domain, recordings, ({ raw }) => orNull(parseWhois(raw, domain)));
  return whois.state === 'known' || rdap.reason === 'offline' ? whois : rdap;
};

/** Where a host name led when that was recorded. */
export const replayHost = (name: string, recordings: Recordings): Promise<Evidence<HostAnswer>> =>
  replay('dns', name, recordings, ({ raw }) => parseHostAnswer(raw, name));

/** The visit to a home page as recorded. */
export const replayPage = async (url: string, recordings: Recordings): Promise<Evidence<PageVisit>> => {
  const page = pageUrl(url);
  return page === null ? unknown('unreadable', url) : replay('homepage', page, recordings, replayVisit);
};

/** What a browser showed of a home page when that was recorded, with its picture where that is still the same. */
export const replayLayout = async (url: string, recordings: Recordings): Promise<Evidence<PageLayout>> => {
  const page = pageUrl(url);
  if (page === null) return unknown('unreadable', url);
  const found = await replay('layout', page, recordings, ({ raw, details }) => {
    const sight = parseSight(raw);
    const { url: at, scriptsRun, pictureTop, pictureSha256 } = details;
    if (sight === null || typeof at !== 'string' || !URL.canParse(at)) return null;
    const digest = typeof pictureSha256 === 'string' ? pictureSha256 : null;
    return { sight, at, scriptsRun: scriptsRun === true, top: typeof pictureTop === 'number' ? pictureTop : 0, digest };
  });
  if (found.state === 'unknown') return found;
  const { sight, at, scriptsRun, top, digest } = found.value;
  const bytes = digest === null ? null : await readPicture(recordings.folder, 'layout', page);
  const isSame = bytes !== null && sha256(bytes) === digest;
  const value = { ...sight, url: at, scriptsRun, screenshot: isSame ? { bytes, top } : null };
  return digest === null || isSame ? { ...found, value } : { ...found, value, caution: editedByHand };
};
