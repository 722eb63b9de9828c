import { jsonPieces } from './json-text.ts';
import type { PiecewiseReporter } from './reporter.ts';

/** Report → dossiers → a dossier. */
const depth = 2;

/** The Report itself. */
export const json: PiecewiseReporter = (report) => jsonPieces(report, depth);
