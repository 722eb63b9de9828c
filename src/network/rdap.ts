import { z } from 'zod';
import { asciiDomain } from './domain-name.ts';
import { cleanValue, isoTime, isWithheld, type RegistrantAnswer, type RegistrationState } from './registrant.ts';

/** Which RDAP server knows a suffix (RFC 9224). */
export interface RdapBootstrap {
  /** ISO date and time of IANA's publication. */
  readonly publication: string;
  /** Base URL for a domain in ASCII, ending in `/`; null when IANA names none, which says nothing of the domain. */
  readonly serverOf: (domain: string) => string | null;
}

const bootstrapSchema = z.looseObject({
  publication: z.string(),
  services: z.array(z.tuple([z.array(z.string()), z.array(z.string())])),
});

/** Reads IANA's `dns.json`. Throws when the text is not in that form. */
export const parseBootstrap = (json: string): RdapBootstrap => {
  const { publication, services } = bootstrapSchema.parse(JSON.parse(json));
  const servers = new Map<string, string>();
  for (const [suffixes, urls] of services) {
    const secure = urls.find((url) => url.startsWith('https://'));
    if (secure === undefined) continue;
    for (const suffix of suffixes) servers.set(suffix.toLowerCase(), secure.endsWith('/') ? secure : `${secure}/`);
  }
  return {
    publication,
    serverOf: (domain) => {
      // The longest suffix decides (RFC 9224, section 4).
      const labels = domain.split('.');
      for (let at = 0; at < labels.length; at += 1) {
        const server = servers.get(labels.slice(at).join('.'));
        if (server !== undefined) return server;
      }
      return null;
    },
  };
};

const text = z.string().optional().catch(undefined);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((values) =>
      values.flatMap((value) => {
        const checked = item.safeParse(value);
        return checked.success ? [checked.data] : [];
      }),
    );

const noticeSchema = z.looseObject({ title: text, type: text, description: list(z.string()) });
const linkSchema = z.looseObject({ rel: text, type: text, href: text });
const entityShape = {
  roles: list(z.string()),
  vcardArray: z
    .tuple([z.literal('vcard'), z.array(z.unknown())])
    .optional()
    .catch(undefined),
  remarks: list(noticeSchema),
};
// Registrars nest contacts below themselves; nobody nests deeper.
const entitySchema = z.looseObject({ ...entityShape, entities: list(z.looseObject(entityShape)) });
type Entity = z.infer<z.ZodObject<typeof entityShape>>;

/** RFC 9083, section 5.3, as far as it is used; what does not fit is passed over, not refused. */
const domainSchema = z.looseObject({
  objectClassName: text,
  errorCode: z.number().optional().catch(undefined),
  ldhName: text,
  unicodeName: text,
  port43: text,
  status: list(z.string()),
  events: list(z.looseObject({ eventAction: text, eventDate: text })),
  nameservers: list(z.looseObject({ ldhName: text })),
  links: list(linkSchema),
  entities: list(entitySchema),
  variants: list(z.looseObject({ variantNames: list(z.looseObject({ ldhName: text })) })),
  /** RFC 9537: what was taken out, by name. */
  redacted: list(z.looseObject({ name: z.looseObject({ type: text, description: text }).optional().catch(undefined) })),
});

/** Value of one property of a vcard (RFC 7095): `["fn", {}, "text", "…"]`; structured values are joined. */
const vcardValue = (entity: Entity, property: string): string | null => {
  for (const row of entity.vcardArray?.[1] ?? []) {
    if (!Array.isArray(row)) continue;
    const [name, , , ...values]: unknown[] = row;
    if (name !== property) continue;
    const joined = cleanValue(
      values
        .flat()
        .filter((value) => typeof value === 'string')
        .join(' '),
    );
    if (joined !== '') return joined;
  }
  return null;
};

const isOrganisation = (entity: Entity): boolean => vcardValue(entity, 'kind')?.toLowerCase() === 'org';

/** `client transfer prohibited` → `clientTransferProhibited`, `active` → `ok` (RFC 8056): the words that whois uses. */
const eppStatus = (status: string): string =>
  status.trim().toLowerCase() === 'active'
    ? 'ok'
    : cleanValue(status)
        .toLowerCase()
        .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

export interface RdapAnswer {
  readonly answer: RegistrantAnswer;
  /** The registrar's own RDAP answer on the same domain, which a thin registry links to. */
  readonly related: string | null;
}

const empty = (domain: string, raw: string): RegistrantAnswer => ({
  domain,
  variants: [],
  state: 'unknown',
  rateLimited: false,
  registrant: null,
  organisation: null,
  redacted: false,
  registrar: null,
  status: [],
  createdAt: null,
  expiresAt: null,
  nameServers: [],
  referral: null,
  raw,
});

const asciiNames = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.flatMap((name) => asciiDomain(name ?? '') ?? [])),
];

/**
 * Reads an RDAP answer on `domain`. Never throws. `httpStatus` counts where the body is empty, as many registries send
 * their 404: only an RDAP error or an empty body with that status is `free`, because a page that says "not found" can
 * come from anywhere.
 */
export const parseRdap = (json: string, domain: string, httpStatus = 200): RdapAnswer => {
  const asked = asciiDomain(domain) ?? domain.trim().toLowerCase();
  const nothing = (state: RegistrationState, rateLimited = false): RdapAnswer => ({
    answer: { ...empty(asked, json), state, rateLimited },
    related: null,
  });
  if (httpStatus === 429) return nothing('unknown', true);
  if (json.trim() === '') return nothing(httpStatus === 404 ? 'free' : 'unknown');
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return nothing('unknown');
  }
  const checked = domainSchema.safeParse(content);
  if (!checked.success) return nothing('unknown');
  const object = checked.data;
  if (object.errorCode === 429) return nothing('unknown', true);
  if (object.errorCode === 404) return nothing('free');
  const names = asciiNames([object.ldhName, object.unicodeName]);
  if (httpStatus !== 200 || object.objectClassName !== 'domain' || !names.includes(asked)) return nothing('unknown');

  const contacts: readonly Entity[] = object.entities.flatMap((entity) => [entity, ...entity.entities]);
  const withRole = (role: string): Entity | undefined => contacts.find(({ roles }) => roles.includes(role));
  const registrantEntity = withRole('registrant');
  const written = registrantEntity === undefined ? null : vcardValue(registrantEntity, 'fn');
  const writtenOrganisation =
    registrantEntity === undefined
      ? null
      : (vcardValue(registrantEntity, 'org') ?? (isOrganisation(registrantEntity) ? written : null));
  const inClear = (value: string | null): string | null => (value === null || isWithheld(value) ? null : value);
  const organisation = inClear(writtenOrganisation);
  const registrant = inClear(written);
  const says = [
    ...object.redacted.map(({ name }) => `${name?.type ?? ''} ${name?.description ?? ''}`),
    ...(registrantEntity?.remarks ?? []).map(({ title, type, description }) =>
      [title, type, ...description].map((part) => (/redact|withheld/i.test(part ?? '') ? 'registrant' : '')).join(' '),
    ),
  ];
  const redacted =
    [written, writtenOrganisation].some((value) => value !== null && isWithheld(value)) ||
    says.some((line) => /registrant/i.test(line)) ||
    (registrantEntity !== undefined && registrant === null && organisation === null);

  const timeOf = (action: string): string | null => {
    for (const { eventAction, eventDate } of object.events) {
      const time = eventAction === action && eventDate !== undefined ? isoTime(eventDate, 'Z') : null;
      if (time !== null) return time;
    }
    return null;
  };
  const registrarEntity = withRole('registrar');
  const related = object.links.find(({ rel, type }) => rel === 'related' && /rdap\+json/.test(type ?? ''))?.href;
  return {
    answer: {
      domain: asked,
      variants: asciiNames(
        object.variants.flatMap(({ variantNames }) => variantNames.map(({ ldhName }) => ldhName)),
      ).filter((name) => name !== asked),
      state: 'registered',
      rateLimited: false,
      registrant,
      organisation,
      redacted,
      registrar: registrarEntity === undefined ? null : vcardValue(registrarEntity, 'fn'),
      status: [...new Set(object.status.map(eppStatus))],
      createdAt: timeOf('registration'),
      expiresAt: timeOf('expiration') ?? timeOf('registrar expiration'),
      nameServers: asciiNames(object.nameservers.map(({ ldhName }) => ldhName)),
      referral: asciiDomain(object.port43 ?? ''),
      raw: json,
    },
    related: related ?? null,
  };
};
