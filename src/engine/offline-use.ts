import type { EvidenceKind } from '../evidence/kinds.ts';
import type { Rule } from './rule.ts';

const fromTheNetwork: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['whois', 'dns', 'visit', 'homepage']);

/** Whether a rule can judge without the network: fully, in part, or only from recorded answers. */
export function offlineUse({ needs, uses }: Pick<Rule, 'needs' | 'uses'>): 'yes' | 'partly' | 'recorded' {
  if (needs.some((kind) => fromTheNetwork.has(kind))) return 'recorded';
  return uses.some((kind) => fromTheNetwork.has(kind)) ? 'partly' : 'yes';
}
