import type { Path } from '../../src/dossier/positions.ts';
import type { Shareholder } from '../../src/dossier/schema/company.ts';

/** One holder in the tree of a company's owners. */
export interface Holder {
  readonly holder: Shareholder;
  /** Below the company: `shareholders`, 0, `holders`, 1 … */
  readonly path: Path;
  /** Names from the company's own shareholder down to this one. */
  readonly chain: readonly string[];
  /** Share of the company that is held through this line, percent. */
  readonly effectiveShare: number;
}

/** Every holder of a company, from its own shareholders to the last ones, in the order in which they are written. */
export function everyHolder(
  shareholders: readonly Shareholder[],
  path: Path = ['shareholders'],
  chain: readonly string[] = [],
  share = 100,
): readonly Holder[] {
  return shareholders.flatMap((holder, index) => {
    const own: Holder = {
      holder,
      path: [...path, index],
      chain: [...chain, holder.name],
      effectiveShare: (share * holder.share) / 100,
    };
    return [own, ...everyHolder(holder.holders ?? [], [...own.path, 'holders'], own.chain, own.effectiveShare)];
  });
}
