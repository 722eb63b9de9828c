import { z } from 'zod';
import type { MarkedNumber, ProvinceMark, ProvinceMarks } from '../../src/identifiers/province-marks.ts';
import { asOf, type Fact, type FactSchema, isFirm } from './fact.ts';

export const domainHolders = [
  'company',
  'legal-representative',
  'shareholder',
  'senior-manager',
  'filing-principal',
] as const;

const markedNumber = z.enum(['filing', 'licence', 'police']);
const mark = z.string().regex(/^\p{Script=Han}$/u);
const monthDay = z.string().regex(/^\d{2}-\d{2}$/);
const flag = z.literal([true, false]);

function factsOf(fact: FactSchema) {
  return {
    /** MM-DD from which the licence system takes yearly reports of the province. */
    annualReportOpens: fact(monthDay).optional(),
    /** MM-DD from which reports submitted earlier are looked at together. */
    annualReportReviewFrom: fact(monthDay).optional(),
    /** Who, beside the filed subject itself, may hold the domain of a company. */
    domainHolders: fact(z.array(z.enum(domainHolders)).min(1)).optional(),
    /** Months that a domain must still be valid. */
    domainRemainingMonths: fact(z.int().positive()).optional(),
    /** Domains in one order, once the subject has filed more than `afterFiled`. */
    domainsPerOrder: fact(z.strictObject({ limit: z.int().positive(), afterFiled: z.int().optional() })).optional(),
    /** More domains than this ask for a statement letter. */
    statementAboveDomains: fact(z.int().positive()).optional(),
    /** Whether the person responsible for the filing must be the legal representative, or an authorised one will do. */
    responsiblePerson: fact(z.enum(['legal-representative', 'authorised-person'])).optional(),
    /** Full years of the persons named in a filing. */
    minimumAge: fact(z.int()).optional(),
    /** Telephone numbers that must differ from one another. */
    distinctPhones: fact(z.int()).optional(),
    localMobile: fact(flag).optional(),
    /** The address of the company and that of contact must be in one city. */
    sameCityAddresses: fact(flag).optional(),
    /** Months that the business licence must still be valid. */
    businessLicenceRemainingMonths: fact(z.int().positive()).optional(),
    electronicBusinessLicence: fact(flag).optional(),
    /** Words of the registrar's seal that the business licence must bear. */
    registrarSeal: fact(z.string()).optional(),
    /** From this many sites on, a construction plan is asked for. */
    constructionPlanFromSites: fact(z.int().positive()).optional(),
    /** Whether the foot of the page shows the number of the subject or of the site. */
    footerNumber: fact(z.enum(['subject', 'site'])).optional(),
    /** The window of the province's own yearly review of filings. */
    filingReview: fact(z.strictObject({ from: monthDay, to: monthDay })).optional(),
    /** A new credit code means a new subject: no change, but cancel and file again. */
    creditCodeImmutable: fact(flag).optional(),
    foreignRepresentativeMustAuthorise: fact(flag).optional(),
  };
}

/** Names the facts in the type without building a schema. */
export type ProvinceFacts = z.output<z.ZodObject<ReturnType<typeof factsOf>>>;

export interface Province {
  /** First two digits of GB/T 2260. */
  readonly code: string;
  readonly name: string;
  /** As dossiers write it: 北京, 内蒙古. */
  readonly short: string;
  readonly en: string;
  /** The provincial authority. */
  readonly authority: string;
  /** What the province asks for itself. */
  readonly own: ProvinceFacts;
  /** What applies there: its own facts over those of the nation. */
  readonly facts: ProvinceFacts;
}

export interface Provinces {
  readonly provinces: readonly Province[];
  readonly marks: ProvinceMarks;
  /** What the usual marks rest on. */
  readonly usualMarks: Fact<string>;
  readonly otherMarks: readonly Fact<OtherMark>[];
}

export interface OtherMark {
  readonly province: string;
  readonly number: MarkedNumber;
  readonly mark: string;
  readonly standing: 'usual' | 'unusual';
}

export function provincesSchema(fact: FactSchema) {
  const facts = z.strictObject(factsOf(fact));
  const marks = z.strictObject({ filing: mark, licence: mark.optional(), police: mark.optional() });
  return z
    .strictObject({
      asOf,
      national: facts,
      marks: fact(z.string()),
      otherMarks: z.array(
        fact(
          z.strictObject({ province: z.string(), number: markedNumber, mark, standing: z.enum(['usual', 'unusual']) }),
        ),
      ),
      provinces: z.array(
        z.strictObject({
          code: z.string().regex(/^\d{2}$/),
          en: z.string(),
          name: z.string(),
          short: z.string(),
          authority: z.string(),
          marks,
          facts: facts.optional(),
        }),
      ),
    })
    .transform((file): Provinces => {
      const table = (number: MarkedNumber): ReadonlyMap<string, ProvinceMark> => {
        const usual = new Map(file.provinces.map((row) => [row.code, row.marks[number]]));
        return new Map([
          ...file.otherMarks.flatMap((row) => otherMark(row, number, usual)),
          ...file.provinces.flatMap((row): [string, ProvinceMark][] => {
            const own = row.marks[number];
            return own === undefined ? [] : [[own, { provinceCode: row.code, usual: own, standing: 'usual' }]];
          }),
        ]);
      };
      return {
        provinces: file.provinces.map(({ marks: _, facts: own = {}, ...names }) => ({
          ...names,
          own,
          facts: { ...file.national, ...own },
        })),
        marks: { filing: table('filing'), licence: table('licence'), police: table('police') },
        usualMarks: file.marks,
        otherMarks: file.otherMarks,
      };
    });
}

function otherMark(
  row: Fact<OtherMark>,
  number: MarkedNumber,
  usual: ReadonlyMap<string, string | undefined>,
): [string, ProvinceMark][] {
  const { province, mark: written, ...other } = isFirm(row) ? row.value : row.claim;
  if (other.number !== number) return [];
  const standing = isFirm(row) ? other.standing : 'unverified';
  const expected = other.standing === 'usual' ? written : (usual.get(province) ?? written);
  return [[written, { provinceCode: province, usual: expected, standing }]];
}
