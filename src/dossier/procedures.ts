/** What can be submitted, and how Chinese dossiers write it; the first name is the one shown. */
export const procedures = {
  'annual-report': ['年报', '年度报告'],
  filing: ['备案', 'ICP备案'],
  application: ['首次申请', '申请'],
  renewal: ['续期', '延续'],
  change: ['变更'],
} as const;

export type Procedure = keyof typeof procedures;
