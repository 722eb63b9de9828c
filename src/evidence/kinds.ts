import type { DocumentReadings } from '../documents/reading.ts';
import type {
  PageEdges,
  PageInspection,
  PageQuality,
  PageText,
  SealInspection,
  SignatureInspection,
} from '../imaging/inspection.ts';
import type { HomePage } from '../network/homepage.ts';
import type { PageVisit } from '../network/page-visit.ts';
import type { SuppliedRecord } from '../network/supplied-evidence.ts';
import type { ComparedText, SharedScan } from '../portfolio/portfolio-index.ts';
import type { FileFacts } from './file.ts';
import type { HostAddresses, RegistrantAnswer, ResolvedHost, ServerNetwork } from './network-facts.ts';

export type Sheet = Omit<PageInspection, 'text' | 'quality' | 'seals' | 'edges' | 'signatures'>;

/** What each kind of evidence says. The name is what a rule writes in `needs` or `uses`. */
export interface EvidenceValues extends DocumentReadings {
  /** Subject attachment: size, digest, media type, and why it cannot be opened if so. */
  readonly file: FileFacts;
  /** Subject attachment: its pages and how well they were scanned. */
  readonly pages: readonly (Sheet & { readonly quality: PageQuality })[];
  /** Subject attachment: the seals on its pages, and the pieces of seals at their side edges. */
  readonly seals: readonly (Sheet & { readonly seals: readonly SealInspection[]; readonly edges: PageEdges })[];
  /** Subject attachment: places whose print asks for a signature, and what stands there. */
  readonly signatures: readonly (Sheet & { readonly signatures: readonly SignatureInspection[] })[];
  /** Subject attachment: what its pages say. */
  readonly text: readonly (Sheet & { readonly text: PageText })[];
  /** Subject dossier: files that lie in the folder, relative paths with forward slashes. */
  readonly folder: readonly string[];
  /** Subject dossier: SHA-256 of every attachment that could be read, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Subject portfolio: attachments of this dossier that others of the run hold too, byte for byte. */
  readonly sharedScans: readonly SharedScan[];
  /** Subject portfolio: the plans of this dossier, and those of others of the run that say much the same. */
  readonly copiedTexts: readonly ComparedText[];
  /** Subject domain: who holds it, by whois or RDAP. */
  readonly whois: RegistrantAnswer;
  /** Subject domain or website: where its name leads. */
  readonly dns: HostAddresses;
  /** Subject website: what came of a visit to its address; a saved page says nothing of that. */
  readonly visit: PageVisit;
  /** Subject website: its home page, saved in the dossier or else as a visit found it. */
  readonly homepage: HomePage;
  /** Subject dossier: what app stores showed of the company, as people recorded it. */
  readonly storeListings: readonly SuppliedRecord<'app-store'>[];
  /** Subject access: which network announces each declared server address. */
  readonly network: readonly ServerNetwork[];
  /** Subject access: where the names that are served from there really lead, and through which CDN. */
  readonly resolved: readonly ResolvedHost[];
}

export type EvidenceKind = keyof EvidenceValues;
