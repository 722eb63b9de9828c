import type { Box } from '../imaging/raster.ts';
import type { Path } from './positions.ts';

/** Where something is: a field of the dossier, a place in an attachment, or both. */
export interface Place {
  readonly path: Path;
  readonly attachment?: string;
  /** From 1. */
  readonly page?: number;
  readonly box?: Box;
}
