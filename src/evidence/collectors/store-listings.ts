import type { Collector } from '../collector.ts';
import { namesToLookUp } from '../supplied-readings.ts';

export const storeListings: Collector<'storeListings'> = {
  subjects: ['dossier'],
  key: () => '',
  collect: (_subject, { dossier, lookups }) => lookups.supplied('app-store', namesToLookUp(dossier.data)['app-store']),
};
