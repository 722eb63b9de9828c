import type { AttachmentKind } from '../dossier/attachment-kinds.ts';
import type { LoadedDossier } from '../dossier/load.ts';
import type { DossierData } from '../dossier/schema/dossier.ts';
import { parseMobile } from '../identifiers/mobile.ts';
import { registrableDomain as registrableAscii, unicodeDomain } from '../network/domain-name.ts';

/** What the rules across dossiers need to know of one dossier. */
export interface PortfolioMember {
  readonly path: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly company: string;
  readonly uscc: string;
  readonly procedure: DossierData['procedure'];
  readonly reportYear: number | null;
  /** Attachments, as the dossier names them. */
  readonly attachments: readonly { readonly file: string; readonly kind: AttachmentKind }[];
  /** What tells this company's papers from another's: its name, people, sites, addresses and providers. */
  readonly names: readonly string[];
  /** Registrable domains, lower case. */
  readonly domains: readonly string[];
  /** Of the officers; numbers as `mobileKey` folds them. */
  readonly mobiles: readonly { readonly number: string; readonly person: string }[];
}

/** A file that several dossiers of a run hold, byte for byte. */
export interface SharedScan {
  /** The attachment, as this dossier names it. */
  readonly file: string;
  readonly others: readonly {
    /** Of the other dossier. */
    readonly path: string;
    readonly company: string;
    readonly uscc: string;
    /** As the other dossier names it. */
    readonly file: string;
  }[];
}

/** A paper that the company wrote, and how much of its text stands in those of other dossiers of the run. */
export interface ComparedText {
  /** The attachment, as this dossier names it. */
  readonly file: string;
  /** false when its text could not be read, and nothing is known of it. */
  readonly read: boolean;
  /** Only those with something in common. */
  readonly others: readonly {
    /** Of the other dossier. */
    readonly path: string;
    readonly company: string;
    readonly uscc: string;
    /** As the other dossier names it. */
    readonly file: string;
    /** Share of what both say that they say alike, 0 to 1; names and figures are left out. */
    readonly share: number;
  }[];
}

/** Look-ups across all dossiers of a run. */
export interface PortfolioIndex {
  readonly members: readonly PortfolioMember[];
  readonly byDomain: ReadonlyMap<string, readonly PortfolioMember[]>;
  readonly byMobile: ReadonlyMap<string, readonly PortfolioMember[]>;
  /** Keys as `usccKey` folds them. */
  readonly byUscc: ReadonlyMap<string, readonly PortfolioMember[]>;
}

/** A credit code without what people put into it; equal for two spellings of one code. */
export const usccKey = (written: string): string => written.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase();

type Roles = NonNullable<DossierData['persons']>[number]['roles'];

/** Whether somebody answers for the company; an agency's clerk is the contact of many. */
export const isOfficer = (roles: Roles): boolean => roles.some((role) => role !== 'contact');

/** A mobile number's digits; what was written, when it is no mobile number. */
export function mobileKey(written: string): string {
  const read = parseMobile(written);
  return read.ok ? read.value.canonical : written.trim();
}

/**
 * The domain that was registered for a host name or a site's address, as people read it, whether it is written in
 * Chinese or in punycode; the name itself, lower case, when there is none.
 */
export function registrableDomain(written: string): string {
  const name = written.trim().toLowerCase();
  const host = URL.canParse(name) ? new URL(name).hostname : (name.split('/')[0] ?? name);
  const domain = registrableAscii(host);
  return domain === null ? name : unicodeDomain(domain);
}

export function portfolioMember({ path, folder, data }: LoadedDossier): PortfolioMember {
  const hosts = [
    ...(data.domains ?? []).map(({ name }) => name),
    ...(data.websites ?? []).flatMap(({ url, domains }) => [url, ...(domains ?? [])]),
  ];
  return {
    path,
    folder,
    company: data.company.name,
    uscc: data.company.uscc,
    procedure: data.procedure,
    reportYear: data.reportYear ?? null,
    attachments: (data.attachments ?? []).map(({ file, kind }) => ({ file, kind })),
    names: namesIn(data),
    domains: [...new Set(hosts.map(registrableDomain))],
    mobiles: (data.persons ?? []).flatMap(({ name, mobile, roles }) =>
      mobile === undefined || !isOfficer(roles) ? [] : [{ number: mobileKey(mobile), person: name }],
    ),
  };
}

function namesIn({ company, persons = [], websites = [], apps = [], access = [], premises }: DossierData): string[] {
  const names = [
    company.name,
    ...(company.formerNames ?? []),
    company.legalRepresentative,
    company.address,
    ...(company.shareholders ?? []).map(({ name }) => name),
    ...persons.map(({ name }) => name),
    ...[...websites, ...apps].map(({ name }) => name),
    ...access.flatMap(({ provider, servers = [] }) => [provider, ...servers.map(({ location }) => location)]),
    premises?.address,
  ];
  return names.filter((name) => name !== undefined);
}

export function indexPortfolio(members: readonly PortfolioMember[]): PortfolioIndex {
  return {
    members,
    byDomain: groupBy(members, ({ domains }) => domains),
    byMobile: groupBy(members, ({ mobiles }) => mobiles.map(({ number }) => number)),
    byUscc: groupBy(members, ({ uscc }) => [usccKey(uscc)]),
  };
}

function groupBy(
  members: readonly PortfolioMember[],
  keys: (member: PortfolioMember) => readonly string[],
): ReadonlyMap<string, readonly PortfolioMember[]> {
  const groups = new Map<string, PortfolioMember[]>();
  for (const member of members) {
    for (const key of new Set(keys(member))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [member]);
      else group.push(member);
    }
  }
  return groups;
}
