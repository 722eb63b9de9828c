import type { Place } from './place.ts';
import type { DossierData } from './schema/dossier.ts';
import type { serviceFeatures } from './schema/website.ts';

export type Feature = keyof typeof serviceFeatures;

/** A site, app or service as the dossier describes it. */
export interface Offer {
  readonly name: string;
  /** Name and description. */
  readonly text: string;
  readonly features: readonly Feature[];
  /** Day on which it began, YYYY-MM-DD; undefined when it is not said, or has not begun. */
  readonly openedOn: string | undefined;
  readonly at: Place;
}

/** Everything that a dossier offers to users, in the order in which it is written. */
export function offersOf({ websites, apps, business }: DossierData): readonly Offer[] {
  const list = (
    items:
      | readonly {
          readonly name: string;
          readonly description?: string | undefined;
          readonly features?: readonly Feature[] | undefined;
          readonly openedOn?: string | undefined;
        }[]
      | undefined,
    path: Place['path'],
  ): Offer[] =>
    (items ?? []).map(({ name, description = '', features = [], openedOn }, index) => ({
      name,
      text: `${name} ${description}`,
      features,
      openedOn,
      at: { path: [...path, index] },
    }));
  return [
    ...list(websites, ['websites']),
    ...list(apps, ['apps']),
    ...list(business?.services, ['business', 'services']),
  ];
}

/** The first offer with one of these features. */
export const offerWith = (dossier: DossierData, features: readonly Feature[]): Offer | undefined =>
  offersOf(dossier).find((offer) => offer.features.some((feature) => features.includes(feature)));
