import { type Parsed, parsed, refused } from './parsed.ts';

export type FiledService = 'website' | 'app' | 'mini-program' | 'quick-app';

/** What a number with `-3` or `-2A` at its end was filed for. One series of indexes runs through all kinds. */
export interface ServiceSuffix {
  readonly kind: FiledService;
  readonly index: number;
}

export type ServiceSuffixProblem =
  | { readonly kind: 'malformed-suffix'; readonly suffix: string }
  | { readonly kind: 'unknown-service-letter'; readonly letter: string };

const services: Readonly<Record<string, FiledService>> = {
  '': 'website',
  A: 'app',
  X: 'mini-program',
  K: 'quick-app',
};

/** Reads what follows 号 in a normalised number; nothing follows the number of a subject or a licence. */
export function parseServiceSuffix(suffix: string): Parsed<ServiceSuffix | undefined, ServiceSuffixProblem> {
  if (suffix === '') return parsed(undefined);
  const [, index, letter = ''] = /^-([1-9]\d{0,5})([A-Z]?)$/.exec(suffix) ?? [];
  if (index === undefined) return refused({ kind: 'malformed-suffix', suffix });
  const kind = services[letter];
  return kind === undefined
    ? refused({ kind: 'unknown-service-letter', letter })
    : parsed({ kind, index: Number(index) });
}
