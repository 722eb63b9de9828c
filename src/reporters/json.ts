import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

/** The Report itself. */
export const json: Reporter = (report) => jsonText(report);
