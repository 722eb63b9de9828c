import { kindName } from '../../src/dossier/kind-name.ts';
import type { LocalText } from '../../src/dossier/problem.ts';
import type { Procedure } from '../../src/dossier/schema/dossier.ts';
import type { AttachmentCondition } from './attachments.ts';
import { type Fact, type FactBasis, isFirm } from './fact.ts';
import type { Reference } from './index.ts';
import { markedNumberUses, type ProvinceFactValue, provinceFactUses } from './province-uses.ts';
import type { Province, ProvinceFacts } from './provinces.ts';

/** One thing that is asked in a province, as people say it, and the rule that it belongs to. */
export interface ProvinceDemand {
  /** The name of the fact in provinces.yaml, or `document`, `suffixes`, `site-names`, `mark`. */
  readonly id: string;
  readonly rule: string;
  /** Whether the rule acts on it; if not, it is for the clerk to see to. */
  readonly checked: boolean;
  /** Whether the province asks for it itself, or it holds in the whole nation. */
  readonly own: boolean;
  /** Only these procedures; all of the rule's when left out. */
  readonly procedures?: readonly Procedure[];
  readonly says: LocalText;
  readonly confidence: Fact<unknown>['confidence'];
  readonly basis: FactBasis;
  readonly note?: string;
}

/** Everything that the reference data say of one province, each with the rule that it belongs to. */
export function provinceDemands(province: Province, reference: Reference): readonly ProvinceDemand[] {
  return [
    ...factDemands(province),
    ...documentDemands(province, reference),
    ...wordingDemands(province, reference),
    ...markDemands(province, reference),
  ];
}

function factDemands({ facts, own }: Province): ProvinceDemand[] {
  // Object.keys widens the keys of a constant to string.
  return (Object.keys(provinceFactUses) as (keyof ProvinceFacts)[]).flatMap((id) => demandOf(id, facts, own));
}

function demandOf<K extends keyof ProvinceFacts>(id: K, facts: ProvinceFacts, own: ProvinceFacts): ProvinceDemand[] {
  // Each fact is a Fact of the value that its own entry takes; TypeScript cannot follow the key through both tables.
  const fact = facts[id] as Fact<ProvinceFactValue<K>> | undefined;
  if (fact === undefined) return [];
  const { rule, checked, says } = provinceFactUses[id];
  const acts = checked && isFirm(fact);
  return [demand(id, rule, acts, own[id] !== undefined, says(isFirm(fact) ? fact.value : fact.claim), fact)];
}

function demand(
  id: string,
  rule: string,
  checked: boolean,
  own: boolean,
  says: LocalText,
  { confidence, basis, note }: Fact<unknown>,
): ProvinceDemand {
  return { id, rule, checked, own, says, confidence, basis, ...(note === undefined ? {} : { note }) };
}

const procedureKeys = ['annual-report', 'filing', 'application', 'renewal', 'change'] as const;

/** Conditions that a fact of the province says with its number. */
const saidByFact: ReadonlySet<AttachmentCondition> = new Set([
  'many-domains',
  'many-sites',
  'responsible-person-is-not-representative',
]);

/** Documents that only some provinces ask for. */
function documentDemands({ short }: Province, { attachments }: Reference): ProvinceDemand[] {
  return procedureKeys.flatMap((procedure) =>
    attachments[procedure].flatMap((fact) => {
      const required = isFirm(fact) ? fact.value : fact.claim;
      if (!required.provinces?.some((name) => name === short) || saidByFact.has(required.when)) return [];
      const name = kindName(required.kind);
      const says = { 'zh-CN': `另要“${name['zh-CN']}”`, en: `also asks for: ${name.en}` };
      return [
        {
          ...demand('document', 'attachment/missing', isFirm(fact), true, says, fact),
          procedures: [procedure] as const,
        },
      ];
    }),
  );
}

function wordingDemands({ short }: Province, { approvedSuffixes, wording }: Reference): ProvinceDemand[] {
  const suffixes = approvedSuffixes.provinces[short]?.refused;
  const names = wording.provincialSiteNames[short];
  return [
    ...(suffixes === undefined || !isFirm(suffixes)
      ? []
      : [
          demand(
            'suffixes',
            'domain/unapproved-suffix',
            true,
            true,
            {
              'zh-CN': `不受理这些后缀的域名：${[...suffixes.value].map((suffix) => `.${suffix}`).join(' ')}`,
              en: `takes no domains that end in ${[...suffixes.value].map((suffix) => `.${suffix}`).join(' ')}`,
            },
            suffixes,
          ),
        ]),
    ...(names === undefined || !isFirm(names)
      ? []
      : [
          demand(
            'site-names',
            'filing/forbidden-site-name',
            true,
            true,
            {
              'zh-CN': `网站名称里一般不能有：${names.value.join('、')}`,
              en: `the name of a site should have none of ${names.value.join(', ')}`,
            },
            names,
          ),
        ]),
  ];
}

/** How numbers of the province begin; where no number was found the usual abbreviation is only claimed. */
function markDemands({ code }: Province, { marks, usualMarks, otherMarks }: Reference): ProvinceDemand[] {
  return (['filing', 'licence', 'police'] as const).flatMap((number) => {
    const usual = [...marks[number]].filter(([written, row]) => row.provinceCode === code && row.usual === written);
    const claims = otherMarks.filter((row) => {
      const other = isFirm(row) ? row.value : row.claim;
      return other.number === number && other.province === code && other.standing === 'usual';
    });
    const fact = usual.some(([, { standing }]) => standing === 'usual') ? usualMarks : claims[0];
    if (usual.length === 0 || fact === undefined) return [];
    const { rule, says } = markedNumberUses[number];
    return [
      demand('mark', rule, fact.confidence !== 'unverified', true, says(usual.map(([written]) => written)), fact),
    ];
  });
}
