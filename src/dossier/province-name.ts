import type { Reference } from '../../rules/reference/index.ts';
import type { LocalText } from './problem.ts';
import type { Province } from './schema/dossier.ts';

/** What a province is called, in each language. */
export function provinceName(province: Province, { provinces }: Pick<Reference, 'provinces'>): LocalText {
  const found = provinces.find(({ short }) => short === province);
  return { 'zh-CN': found?.short ?? province, en: found?.en ?? province };
}
