import type { DossierData } from '../dossier/schema/dossier.ts';

type Exemption = NonNullable<DossierData['suppressions']>[number];

export interface Exemptions {
  /** The exemption that covers a finding today. */
  readonly find: (ruleId: string, subject: string) => Exemption | undefined;
  /** Exemptions past their last day. */
  readonly expired: readonly Exemption[];
  /** Exemptions in force that no finding needed; meaningful once every finding was looked up. */
  readonly unused: () => readonly Exemption[];
}

/** The dossier's dated exemptions on a day. The last day still counts. */
export function exemptions(all: readonly Exemption[], today: string): Exemptions {
  const inForce = all.filter(({ until }) => until >= today);
  const used = new Set<Exemption>();
  return {
    find: (ruleId, subject) => {
      const found = inForce.find(
        (each) =>
          each.rule === ruleId &&
          (each.subject === undefined || each.subject === subject || subject.endsWith(`:${each.subject}`)),
      );
      if (found !== undefined) used.add(found);
      return found;
    },
    expired: all.filter(({ until }) => until < today),
    unused: () => inForce.filter((each) => !used.has(each)),
  };
}
