import type { Collectors } from '../collector.ts';
import { file, pages, seals, signatures, text } from './attachment.ts';
import { copiedTexts } from './copied-texts.ts';
import { digests } from './digests.ts';
import { documents } from './documents.ts';
import { folder } from './folder.ts';
import { homepage, visit } from './home-page.ts';
import { dns, network, resolved, whois } from './network.ts';
import { sharedScans } from './shared-scans.ts';
import { storeListings } from './store-listings.ts';

/** Every kind of evidence has its collector here; a missing one does not compile. */
export const collectors: Collectors = {
  ...documents,
  digests,
  sharedScans,
  storeListings,
  copiedTexts,
  file,
  pages,
  seals,
  signatures,
  text,
  folder,
  whois,
  dns,
  visit,
  homepage,
  network,
  resolved,
};
