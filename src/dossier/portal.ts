import { type FirmFact, firm, type Reference } from '../../rules/reference/index.ts';
import type { Procedure } from './schema/dossier.ts';

type Portal = Extract<Reference['portals']['portals'][number], FirmFact<unknown>>;

/** The portal that a file goes to: the one that is named, else the usual one of the procedure. */
export function portalOf(named: string | undefined, procedure: Procedure, { portals }: Reference): Portal | undefined {
  const known = firm(portals.portals);
  if (named === undefined) return known.find(({ value }) => value.procedures.includes(procedure));
  const folded = named.normalize('NFKC').toLowerCase();
  return known.find(({ value }) =>
    [value.id, value.name, ...value.aliases].some((name) => name.toLowerCase() === folded),
  );
}
