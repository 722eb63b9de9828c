/** The families of numbers that are mistaken for one another in dossiers and at the foot of pages. */
export type NumberForm =
  | 'filing'
  | 'icp-licence'
  | 'telecom-licence'
  | 'police-filing'
  | 'algorithm-filing'
  | 'mlps-report'
  | 'mlps-certificate'
  | 'uscc'
  | 'resident-id'
  | 'mobile';

/** Ordered: a text may bear several traits, and the first that fits is the most telling one. */
const traits: readonly (readonly [NumberForm, RegExp])[] = [
  ['police-filing', /公网安备/],
  ['algorithm-filing', /网信算备/],
  ['icp-licence', /ICP[证證]/],
  ['filing', /ICP[备備]/],
  ['telecom-licence', /(?:^|[^0-9A-Z])(?:[AB][12]\.?)*[AB][12]-?\d{8}/],
  ['mlps-report', /^\d{11}-\d{5}-\d{2}-\d{4}-\d{1,2}$/],
  ['mlps-certificate', /^\d{11}-\d{5}$/],
  ['uscc', /^[159Y][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/],
  ['resident-id', /^\d{17}[0-9X]$/],
  ['mobile', /^1[3-9]\d{9}$/],
];

/** The form whose traits a normalised number bears, whether or not it is right in detail. */
export function nearestForm(normalised: string): NumberForm | undefined {
  return traits.find(([, trait]) => trait.test(normalised))?.[0];
}
