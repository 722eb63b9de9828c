import { foldName } from './fold.ts';

/** The names of a province, as the reference data has them. */
export interface NamedProvince {
  readonly name: string;
  readonly short: string;
}

/** How far into an address a province is looked for: past 中华人民共和国 or 中国(, not in a street's name. */
const opening = 10;

/**
 * The province that an address lies in, by its name at the beginning. Left out when the address begins with a
 * city or a street: nothing may be concluded then.
 */
export function provinceOfAddress<P extends NamedProvince>(address: string, provinces: readonly P[]): P | undefined {
  const text = foldName(address);
  const starts = provinces.find(({ name, short }) => text.startsWith(name) || text.startsWith(short));
  if (starts !== undefined) return starts;
  return provinces
    .map((province) => ({ province, at: text.indexOf(province.short) }))
    .filter(({ at }) => at >= 0 && at <= opening && /(?:中国|中华人民共和国)\(?$/.test(text.slice(0, at)))
    .sort((a, b) => a.at - b.at)[0]?.province;
}

/** The city of an address below its province: 杭州市, 延边朝鲜族自治州. A municipality is its own city. */
export function cityOfAddress(address: string, provinces: readonly NamedProvince[]): string | undefined {
  const text = foldName(address);
  const province = provinces.find(({ name, short }) => text.startsWith(name) || text.startsWith(short));
  if (province?.name.endsWith('市')) return province.name;
  const below =
    province === undefined
      ? text
      : text.slice(text.startsWith(province.name) ? province.name.length : province.short.length);
  return /^[^\d()路街号]{2,10}?(?:自治州|地区|盟|市)/u.exec(below)?.[0];
}
