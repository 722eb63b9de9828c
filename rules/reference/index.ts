import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { isOlderThanAYear } from '../../src/dates/calendar.ts';
import { parseProviders } from '../../src/network/providers.ts';
import { attachmentsSchema } from './attachments.ts';
import { approvedSuffixesSchema, businessCatalogueSchema, preApprovalsSchema } from './catalogue.ts';
import { asOf, type FactSchema, factSchema, sources } from './fact.ts';
import { deadlinesSchema, numberFormsSchema, portalsSchema, thresholdsSchema } from './procedures.ts';
import { provincesSchema } from './provinces.ts';
import { wordingSchema } from './wording.ts';

export type { AttachmentCondition, AttachmentRequirement } from './attachments.ts';
export type { ServiceItem } from './catalogue.ts';
export { type Claim, type Fact, type FactBasis, type FirmFact, firm, isFirm } from './fact.ts';
export type { ClockId, FileFormat } from './procedures.ts';
export type { Province, ProvinceFacts } from './provinces.ts';
export type { SealInnerKind, TracedActivity } from './wording.ts';

/** The YAML files are not compiled: in a build they stay beside the sources, at the package's root. */
const folder = ['./', '../../../rules/reference/']
  .map((path) => new URL(path, import.meta.url))
  .find((candidate) => existsSync(new URL('sources.yaml', candidate)));

function readText(name: string): string {
  if (folder === undefined) throw new Error(`rules/reference/${name} is missing from the installation`);
  return readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');
}

const read = (name: string): unknown => parse(readText(name));

function check<S extends z.ZodType>(name: string, schema: S, content: unknown): z.output<S> {
  const result = schema.safeParse(content);
  if (!result.success) throw new Error(`rules/reference/${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

const dated = z.looseObject({ asOf });

function build() {
  const known = check('sources.yaml', sources, read('sources.yaml'));
  const asOfByFile = new Map<string, string>();
  const load = <S extends z.ZodType>(name: string, schemaOf: (fact: FactSchema) => S): z.output<S> => {
    const content = read(name);
    const day = check(name, dated, content).asOf;
    asOfByFile.set(name, day);
    return check(name, schemaOf(factSchema(known, day)), content);
  };
  const { provinces, marks, usualMarks, otherMarks } = load('provinces.yaml', provincesSchema);
  const providers = parseProviders(readText('networks.yaml'));
  asOfByFile.set('networks.yaml', providers.asOf);
  return {
    provinces,
    /** What the parsers of filing, licence and police numbers need. */
    marks,
    usualMarks,
    otherMarks,
    attachments: load('attachments.yaml', attachmentsSchema),
    businessCatalogue: load('business-catalogue.yaml', businessCatalogueSchema),
    preApprovals: load('pre-approvals.yaml', preApprovalsSchema),
    approvedSuffixes: load('approved-suffixes.yaml', approvedSuffixesSchema),
    wording: load('wording.yaml', wordingSchema),
    deadlines: load('deadlines.yaml', deadlinesSchema),
    thresholds: load('thresholds.yaml', thresholdsSchema),
    portals: load('portals.yaml', portalsSchema),
    numberForms: load('number-forms.yaml', numberFormsSchema),
    providers,
    /** When each file as a whole was last compared with its sources. */
    asOfByFile,
  };
}

export type Reference = Readonly<ReturnType<typeof build>>;

/** Files that nobody has compared with their sources for more than a year before `today`, YYYY-MM-DD. */
export function staleFiles(reference: Pick<Reference, 'asOfByFile'>, today: string): readonly string[] {
  return [...reference.asOfByFile].filter(([, day]) => isOlderThanAYear(day, today)).map(([name]) => name);
}

let loaded: Reference | undefined;

/** Reads the reference data once. Throws, naming file and field, when a file is missing or malformed. */
export function loadReference(): Reference {
  loaded ??= build();
  return loaded;
}
