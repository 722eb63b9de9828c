import { asciiDomain } from './domain-name.ts';
import { cleanValue, isoTime, isWithheld, type RegistrantAnswer, type RegistrationState } from './registrant.ts';

/** Beijing time, which CNNIC's answers are written in without saying so. */
const chinaZone = '+08:00';
const chinaSuffixes = ['cn', 'xn--fiqs8s', 'xn--fiqz9s'];

/** Keys of answers, lower case, by what they mean. The first that holds a value wins. */
const keys = {
  registrant: ['registrant', 'registrant name', 'owner', 'owner name', 'domain holder', '注册人', '注册者', '持有者'],
  organisation: [
    'registrant organization',
    'registrant organisation',
    'registrant company',
    'owner organization',
    'organization',
    '注册组织',
  ],
  registrar: ['registrar', 'sponsoring registrar', 'registrar name', 'registrar organization', '注册商'],
  status: ['domain status', 'status', 'state'],
  created: [
    'creation date',
    'registration time',
    'registration date',
    'created date',
    'created on',
    'created',
    'registered on',
    'domain registration date',
    'domain create date',
    'registered date',
  ],
  expires: [
    'registry expiry date',
    'expiration time',
    'registrar registration expiration date',
    'expiration date',
    'expiry date',
    'expires on',
    'expires',
    'domain expiration date',
    'paid-till',
  ],
  nameServers: ['name server', 'nserver', 'nameserver', 'name servers', 'nameservers'],
  referral: ['registrar whois server', 'whois server', 'refer', 'referralserver'],
  domain: ['domain name', 'domain', 'puny name', 'domain name (ascii)', 'ascii domain name'],
} as const;

/**
 * A server that will not answer now. CNNIC says "Queried interval is too short." and "Your access is too fast,please
 * try again later."; the others are registries' and registrars' wordings of the same.
 */
const refusalPatterns: readonly RegExp[] = [
  /\bquer(y|ied) interval is too short\b/i,
  /\baccess is too fast\b/i,
  /\b(limit|quota|rate|maximum|allowable number)\b.{0,40}\bexceeded\b/i,
  /\bexceeded\b.{0,60}\b(limit|quota|rate|maximum|allowable|queries|requests)\b/i,
  /\bnumber of allowed queries exceeded\b/i,
  /\btoo many (requests|queries|connections)\b/i,
  /\b(temporarily|currently) (blocked|banned|denied|unavailable|unable)\b/i,
  /\bcan ?not be answered\b/i,
  /\b(has been|is|are) (blacklisted|blocked|banned)\b/i,
  /\baccess (is )?(denied|restricted|refused)\b/i,
  /\b(please )?(try|retry) again (later|in)\b/i,
  /\bexcessive (querying|queries|access)\b/i,
  /(查询|访问)(次数|频率)?(过于频繁|过快|过多|超(过|出)限制|受限)|请稍后再试/,
];

const freePatterns: readonly RegExp[] = [
  /^no match(ing)?( record| objects?| entry| for)?\b/i,
  /^(the )?(domain|object|queried object|requested domain)?\s*(".*?"|'.*?'|\S+)?\s*(was |is |does )?not (found|exist|registered)\b/i,
  /^(domain )?not found\b/i,
  /^no (data|entries|object|such domain)( was| were)? ?(found)?\b/i,
  /^no (object|domain) found\b/i,
  /^the queried object does not exist\b/i,
  /^(domain )?status:\s*(free|available|no object found)\b/i,
  /\bis (available for|free for) (registration|purchase)\b/i,
  /^available$/i,
  /未注册|没有(找到)?匹配的?记录/,
];

const reservedPatterns: readonly RegExp[] = [
  /\b(is|in|on) (a |the )?reserved\b/i,
  /\breserved (list|name|domain)\b/i,
  /^reserved\b/i,
  /^(domain )?status:\s*reserved\b/i,
  /保留(域名|字)/,
];

const prohibitedPatterns: readonly RegExp[] = [
  /\b(domain|name)\b.{0,40}\b(is |has been )?(prohibited|forbidden)\b/i,
  /\bcan ?not be registered\b/i,
  /\bnot (allowed|permitted) to be registered\b/i,
  /禁止注册|限制注册/,
];

/** Legal text starts behind the record; a record never grows this long. */
const maxRecordLines = 400;
/** No value is longer; what follows is an attempt to keep the patterns busy. */
const maxLineLength = 2000;
/** Sentences of an answer stand at its start, before the registry's terms of use. */
const maxSentenceLines = 12;

interface Field {
  readonly key: string;
  readonly value: string;
}

/** `key: value` lines, with a value that starts on the following, deeper line pulled up. */
const fieldsOf = (lines: readonly string[]): Field[] => {
  const fields: Field[] = [];
  lines.forEach((line, index) => {
    const match = /^\s*([^:：]{1,60}?)\s*(?:[:：]\s*|\.{2,}:?\s*)(.*)$/.exec(line);
    if (!match) return;
    const key = (match[1] ?? '').replace(/[.\s]+$/, '').toLowerCase();
    let value = cleanValue(match[2] ?? '');
    const next = lines[index + 1] ?? '';
    const indent = (text: string): number => text.search(/\S/);
    if (value === '' && indent(next) > indent(line) && !/[:：]\s/.test(next)) value = cleanValue(next);
    fields.push({ key, value });
  });
  return fields;
};

const valuesOf = (fields: readonly Field[], names: readonly string[]): string[] =>
  names.flatMap((name) => fields.filter((field) => field.key === name && field.value !== '').map(({ value }) => value));

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const stateOfSentences = (sentences: readonly string[]): RegistrationState => {
  const says = (patterns: readonly RegExp[]): boolean =>
    sentences.some((line) => patterns.some((pattern) => pattern.test(line)));
  // Reserved and prohibited first: such answers often go on with "… cannot be found in our database".
  if (says(reservedPatterns)) return 'reserved';
  if (says(prohibitedPatterns)) return 'prohibited';
  return says(freePatterns) ? 'free' : 'unknown';
};

/**
 * Reads a port-43 answer on `domain`. Never throws, and never guesses: what is neither a record of that name nor a clear
 * sentence is `unknown`. A refusal is `unknown` with `rateLimited`, never `free`.
 */
export const parseWhois = (text: string, domain: string): RegistrantAnswer => {
  const asked = asciiDomain(domain) ?? domain.trim().toLowerCase();
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .slice(0, maxRecordLines)
    .map((line) => line.slice(0, maxLineLength).trimEnd())
    .filter((line) => line !== '' && !/^\s*[%#]/.test(line));
  const end = lines.findIndex((line) => /^\s*>>>/.test(line));
  const record = end < 0 ? lines : lines.slice(0, end);
  const fields = fieldsOf(record);
  const first = (names: readonly string[]): string | null => valuesOf(fields, names)[0] ?? null;

  const names = unique(
    valuesOf(fields, keys.domain).flatMap((value) => {
      const name = asciiDomain(value.split(' ')[0] ?? '');
      return name === null ? [] : [name];
    }),
  );
  const status = unique(
    valuesOf(fields, keys.status).flatMap((value) => {
      const [code] = value.split(/[\s(（]/);
      return code ? [code] : [];
    }),
  );
  const zone = chinaSuffixes.includes(asked.split('.').at(-1) ?? '') ? chinaZone : 'Z';
  const registrar = first(keys.registrar);
  const created = first(keys.created);
  const expires = first(keys.expires);
  const nameServers = unique(
    valuesOf(fields, keys.nameServers).flatMap((value) => {
      const server = asciiDomain(value.split(/[\s,]/)[0] ?? '');
      return server === null ? [] : [server];
    }),
  );

  const registrantText = first(keys.registrant);
  const organisationText = first(keys.organisation);
  const registrant = registrantText === null || isWithheld(registrantText) ? null : registrantText;
  const organisation = organisationText === null || isWithheld(organisationText) ? null : organisationText;
  const contactWithheld = [registrantText, organisationText].some((value) => value !== null && isWithheld(value));
  const speaksOfRegistrant = fields.some(({ key }) => /^(registry )?registrant\b/.test(key));
  const hasRecord =
    names.includes(asked) &&
    (registrar !== null || registrantText !== null || created !== null || nameServers.length > 0);

  const sentences = record.slice(0, maxSentenceLines).map((line) => line.trim());
  let state: RegistrationState = 'unknown';
  let rateLimited = false;
  if (hasRecord) state = 'registered';
  // A record of some other name says nothing about this one.
  else if (names.length === 0 || names.includes(asked)) {
    rateLimited = sentences.some((line) => refusalPatterns.some((pattern) => pattern.test(line)));
    if (!rateLimited) state = stateOfSentences(sentences);
  }
  const registered = state === 'registered';
  return {
    domain: asked,
    variants: registered ? names.filter((name) => name !== asked) : [],
    state,
    rateLimited,
    registrant: registered ? registrant : null,
    organisation: registered ? organisation : null,
    redacted: registered && (contactWithheld || (speaksOfRegistrant && registrant === null && organisation === null)),
    registrar: registered ? registrar : null,
    status: registered ? status : [],
    createdAt: registered && created !== null ? isoTime(created, zone) : null,
    expiresAt: registered && expires !== null ? isoTime(expires, zone) : null,
    nameServers: registered ? nameServers : [],
    referral: registered ? referralOf(first(keys.referral)) : null,
    raw: text,
  };
};

/** The host only: a port or path that an answer names is not followed. */
const referralOf = (value: string | null): string | null =>
  value === null ? null : asciiDomain(value.replace(/^[a-z]+:\/\//i, '').split(/[/:\s]/)[0] ?? '');
