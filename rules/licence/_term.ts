import { addDays, addMonths, daysBetween } from '../../src/dates/calendar.ts';
import type { DossierData } from '../../src/dossier/schema/dossier.ts';
import { parseLicenceNumber } from '../../src/identifiers/licence-number.ts';
import { isFirm, type Reference } from '../reference/index.ts';

/** Days by which the day of issue and the beginning of the term may differ: paper that was printed a little later. */
const slack = 31;

/**
 * The first year at whose end the licence was held within its present term; undefined when neither the term's end nor the
 * day of issue is known. A licence that is printed anew after a change keeps its term, so the term's end tells more than
 * the day of issue; no licence is older than its number.
 */
export function firstYearOfTerm(
  { number, issuedOn, validTo }: NonNullable<DossierData['licence']>,
  { marks, thresholds: { licenceYears } }: Reference,
): number | undefined {
  const termStart =
    validTo === undefined || !isFirm(licenceYears)
      ? undefined
      : addDays(addMonths(validTo, -12 * licenceYears.value), 1);
  // Terms end on the anniversary of the issue or on the day before it.
  const isOfThisTerm =
    termStart === undefined || (issuedOn !== undefined && Math.abs(daysBetween(issuedOn, termStart)) <= slack);
  const start = isOfThisTerm ? issuedOn : termStart;
  if (start === undefined) return undefined;
  const parsed = parseLicenceNumber(number, marks);
  return Math.max(Number(start.slice(0, 4)), parsed.ok ? parsed.value.year : 0);
}
