import { z } from 'zod';
import { asOf, type FactSchema } from './fact.ts';

export const serviceItems = ['publishing', 'search', 'community', 'messaging', 'protection'] as const;
export type ServiceItem = (typeof serviceItems)[number];

const named = { name: z.string(), aliases: z.array(z.string()) };

export function businessCatalogueSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    /** Kinds of value-added business, B11 to B26. `forms` are the kinds of a licence for it. */
    kinds: z.array(fact(z.strictObject({ code: z.string(), ...named, forms: z.array(z.string()).optional() }))),
    /** The five service items of B25. */
    serviceItems: z.array(fact(z.strictObject({ id: z.enum(serviceItems), ...named }))),
    /** Kinds of basic business that are licensed like value-added ones. */
    otherKinds: fact(z.array(z.string())),
    activities: z.array(fact(z.strictObject({ activity: z.string(), item: z.enum(serviceItems) }))),
    licenceStatuses: z.array(fact(z.strictObject({ code: z.int(), name: z.string(), valid: z.boolean() }))),
    scopePhrases: fact(z.array(z.string())),
    providerKinds: fact(z.array(z.string())),
  });
}

export function preApprovalsSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    areas: z.array(
      fact(
        z.strictObject({
          id: z.string(),
          area: z.string(),
          /** `asked`: abolished nationally, but the local authority may still ask. */
          status: z.enum(['required', 'asked']),
          /** One of these is enough. */
          permits: z.array(z.string()).min(1),
          triggers: z.array(z.string()).min(1),
        }),
      ),
    ),
    /** Words that hold a trigger and mean something else. */
    ordinaryUses: fact(z.array(z.string())),
    liveStreaming: z.array(
      fact(
        z.strictObject({
          activity: z.enum(['performance', 'audiovisual', 'news', 'selling']),
          name: z.string(),
          /** One of these is enough; none is needed when the list is empty. */
          anyOf: z.array(z.string()),
        }),
      ),
    ),
  });
}

/** Lines of suffixes separated by spaces, as lower-case names without a leading dot. */
const suffixes = z
  .array(z.string())
  .transform((lines): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' '))));

export function approvedSuffixesSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    national: fact(suffixes),
    refused: fact(suffixes),
    uncertain: fact(suffixes),
    provinces: z.record(z.string(), z.strictObject({ approved: fact(suffixes), refused: fact(suffixes) })),
  });
}
