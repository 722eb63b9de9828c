import type { FileProblem } from '../imaging/inspection.ts';

/** What is known of an attachment before its pages are looked at. */
export interface FileFacts {
  /** As the dossier names it. */
  readonly path: string;
  readonly bytes: number;
  /** '' when the file could not be read. */
  readonly sha256: string;
  /** By magic bytes; '' when the file could not be read. */
  readonly mediaType: string;
  readonly pageCount: number;
  readonly problem: FileProblem | null;
}
