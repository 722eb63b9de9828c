import { z } from 'zod';

/** What a fact rests on. `asOf` is the day, month or year in which it was last read there. */
export interface FactBasis {
  readonly kind: 'law' | 'regulator' | 'provider' | 'practice';
  readonly cite: string;
  readonly asOf: string;
  readonly url?: string;
}

/** `quoted`: an official text, read in somebody else's quotation. `observed`: seen on real numbers and pages. */
export const firmConfidences = ['official', 'quoted', 'observed', 'provider', 'article'] as const;
export type FirmConfidence = (typeof firmConfidences)[number];

interface Provenance {
  readonly basis: FactBasis;
  /** What a reader must know beside the value, in Chinese. */
  readonly note: string | undefined;
}

export interface FirmFact<T> extends Provenance {
  readonly confidence: FirmConfidence;
  readonly value: T;
}

/** Nobody has confirmed this. It has no `value`, so that no rule can fail on it by oversight. */
export interface Claim<T> extends Provenance {
  readonly confidence: 'unverified';
  readonly claim: T;
}

export type Fact<T> = FirmFact<T> | Claim<T>;

export function isFirm<T>(fact: Fact<T>): fact is FirmFact<T> {
  return fact.confidence !== 'unverified';
}

/** The facts that a rule may act on. */
export function firm<T>(facts: readonly Fact<T>[]): readonly FirmFact<T>[] {
  return facts.filter(isFirm);
}

const source = z.strictObject({
  kind: z.enum(['law', 'regulator', 'provider', 'practice']),
  cite: z.string().min(1),
  url: z.url().optional(),
});
export const sources = z.record(z.string(), source);
export type Sources = z.output<typeof sources>;

/** A year, a month or a day. */
export const asOf = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);

const row = z.strictObject({
  source: z.string(),
  /** The article, added to the citation. */
  at: z.string().optional(),
  asOf: asOf.optional(),
  note: z.string().optional(),
  confidence: z.enum([...firmConfidences, 'unverified']),
  value: z.unknown().optional(),
  claim: z.unknown().optional(),
});

/** Makes the schema of one fact from the schema of its value; `read` is the day the file as a whole was last read. */
export type FactSchema = <V extends z.ZodType>(value: V) => z.ZodType<Fact<z.output<V>>>;

export function factSchema(known: Sources, read: string): FactSchema {
  return <V extends z.ZodType>(value: V): z.ZodType<Fact<z.output<V>>> =>
    row.transform((found, context): Fact<z.output<V>> => {
      const refuse = (message: string, ...path: PropertyKey[]): never => {
        context.addIssue({ code: 'custom', message, path });
        return z.NEVER;
      };
      const origin = known[found.source];
      if (origin === undefined) return refuse(`no such source in sources.yaml: ${found.source}`, 'source');
      const { kind, cite, url } = origin;
      const basis = {
        kind,
        cite: `${cite}${found.at ?? ''}`,
        asOf: found.asOf ?? read,
        ...(url === undefined ? {} : { url }),
      };
      const [key, other] =
        found.confidence === 'unverified' ? (['claim', 'value'] as const) : (['value', 'claim'] as const);
      if (found[other] !== undefined) return refuse(`a fact that is ${found.confidence} has a ${key}`, other);
      const content = value.safeParse(found[key]);
      if (!content.success) {
        for (const issue of content.error.issues) refuse(issue.message, key, ...issue.path);
        return z.NEVER;
      }
      const { note, confidence } = found;
      return confidence === 'unverified'
        ? { confidence, claim: content.data, basis, note }
        : { confidence, value: content.data, basis, note };
    });
}
