import { firm, type Reference, type ServiceItem } from '../../rules/reference/index.ts';
import type { DossierData } from './schema/dossier.ts';

export interface DeclaredItems {
  /** As written. */
  readonly items: readonly string[];
  /** The items of the catalogue that they are. */
  readonly ids: ReadonlySet<ServiceItem>;
}

const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '');

/** The B25 service items that a dossier ticks, in either spelling of the catalogue. */
export function declaredItems({ business }: DossierData, { businessCatalogue }: Reference): DeclaredItems {
  const items = business?.items ?? [];
  const written = new Set(items.map(folded));
  const ids = firm(businessCatalogue.serviceItems)
    .filter(({ value }) => [value.name, ...value.aliases].some((name) => written.has(folded(name))))
    .map(({ value }) => value.id);
  return { items, ids: new Set(ids) };
}
