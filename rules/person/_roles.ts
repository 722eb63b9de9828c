import type { LocalText } from '../../src/dossier/problem.ts';
import type { DossierData } from '../../src/dossier/schema/dossier.ts';
import { personRoles } from '../../src/dossier/schema/person.ts';

export type Person = NonNullable<DossierData['persons']>[number];
export type Role = keyof typeof personRoles;

const english: { readonly [R in Role]: string } = {
  'legal-representative': 'legal representative',
  'subject-officer': 'officer of the filed subject',
  'site-officer': 'officer of the site',
  'security-officer': 'security officer',
  'security-deputy': 'deputy security officer',
  'emergency-contact': 'emergency contact',
  contact: 'contact',
  technician: 'technician',
  manager: 'senior manager',
};

/** What a role is called, in each language. */
export const roleName = (role: Role): LocalText => ({ 'zh-CN': personRoles[role][0], en: english[role] });

export const hasRole = ({ roles }: Person, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
