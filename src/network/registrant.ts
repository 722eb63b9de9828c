/** What a registry or registrar says of a domain, whichever protocol it was asked by. */
export type RegistrationState = 'registered' | 'free' | 'reserved' | 'prohibited' | 'unknown';

export interface RegistrantAnswer {
  /** ASCII, lower case: the name that was asked for. */
  readonly domain: string;
  /** Other names in the same registration, e.g. the traditional form of a simplified 中国 name; ASCII. */
  readonly variants: readonly string[];
  readonly state: RegistrationState;
  /** The server refused to answer because it was asked too often; `state` is then `unknown`. */
  readonly rateLimited: boolean;
  /** The registrant's name in clear; null when absent, withheld, or a privacy service's. */
  readonly registrant: string | null;
  /** The registrant's organisation in clear; null when absent, withheld, or a privacy service's. */
  readonly organisation: string | null;
  /** The registrant exists but was withheld at least in part. A thin answer, without any registrant, is not redacted. */
  readonly redacted: boolean;
  readonly registrar: string | null;
  /** EPP status codes or the registry's own, without links. */
  readonly status: readonly string[];
  /** ISO 8601 with zone; `.cn` answers are in Beijing time (+08:00). */
  readonly createdAt: string | null;
  readonly expiresAt: string | null;
  /** ASCII, lower case, in the answer's order. */
  readonly nameServers: readonly string[];
  /** Port-43 server of the registrar, when a thin answer refers to one. */
  readonly referral: string | null;
  readonly raw: string;
}

/** Who holds the domain, as far as the answer shows it: the organisation before the person who acts for it. */
export const holderOf = (answer: Pick<RegistrantAnswer, 'registrant' | 'organisation'>): string | null =>
  answer.organisation ?? answer.registrant;

/**
 * Texts that stand where a name should: ICANN's Registration Data Policy and the wording of registrars and privacy
 * services. A company's own name never matches: each needs the words of withholding, not "privacy" alone.
 */
const withheldPatterns: readonly RegExp[] = [
  /\bredacted\b/i,
  /\b(data|information|registration) (is )?(protected|private|withheld|not disclosed)\b/i,
  /\b(not|non)[ -]?(disclosed|public)\b/i,
  /\bwithheld\b/i,
  /\bgdpr\b/i,
  /\bstatutory masking\b/i,
  /\bnot available from registry\b/i,
  /\b(whois|domain|registration|identity|contact) ?(privacy|guard|protection|shield)\b/i,
  /\bprivacy ?(service|protect|protection|guardian|dotlink|post|customer|inc\b|hero)/i,
  /\bdomains? by proxy\b/i,
  /\bproxy (service|registration)/i,
  /\bperfect privacy\b/i,
  /\bwhoisprotect/i,
  /\bprivate (person|registration|registrant)\b/i,
  /(隐私|信息)保护/,
  /未公开|不公开|已隐藏/,
  /^[*＊xX#-]{2,}$/,
];

export const isWithheld = (value: string): boolean => withheldPatterns.some((pattern) => pattern.test(value));

/** A value as people read it: one line, without control or direction characters, at most 400 characters. */
export const cleanValue = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);

const two = (value: string): string => value.padStart(2, '0');

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time in the day: hours, minutes, optional seconds and their fraction, optional zone. */
const timePattern = String.raw`(?:[-T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?${timePattern}`, 'i');
const dayFirst = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d{4})${timePattern}`, 'i');

const zoneOf = (written: string | undefined, assumed: string): string => {
  if (written === undefined) return assumed;
  if (/^(z|utc|gmt)$/i.test(written)) return 'Z';
  const digits = written.replace(':', '').padEnd(5, '0');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
};

/**
 * `2003-03-17 12:20:05` → `2003-03-17T12:20:05+08:00` when `assumedZone` is `+08:00`. Keeps a zone that is written.
 * null for what is no date. A day without a time is its midnight.
 */
export const isoTime = (text: string, assumedZone: string): string | null => {
  const trimmed = text.trim();
  let parts = yearFirst.exec(trimmed);
  let [, year, month, day] = parts ?? [];
  if (!parts) {
    parts = dayFirst.exec(trimmed);
    if (!parts) return null;
    [, day, month, year] = parts;
    const index = monthNames.indexOf((month ?? '').toLowerCase());
    if (index < 0) return null;
    month = String(index + 1);
  }
  const [, , , , hour = '0', minute = '00', second = '00', zone] = parts;
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${zoneOf(zone, assumedZone)}`;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  // Date rolls 31 February over to March; a registry never means that.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day) ? iso : null;
};
