import { describe, expect, test } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import { cityOfAddress, provinceOfAddress } from '../../src/names/address.ts';

const { provinces } = loadReference();

describe('addresses', () => {
  test.each([
    ['浙江省杭州市西湖区文三路1号', '浙江', '杭州市'],
    ['浙江杭州市西湖区文三路1号', '浙江', '杭州市'],
    ['上海市浦东新区世纪大道1号', '上海', '上海市'],
    ['广西壮族自治区南宁市青秀区', '广西', '南宁市'],
    ['内蒙古呼和浩特市赛罕区', '内蒙古', '呼和浩特市'],
    ['吉林省延边朝鲜族自治州延吉市', '吉林', '延边朝鲜族自治州'],
    ['吉林省吉林市昌邑区', '吉林', '吉林市'],
    ['内蒙古自治区锡林郭勒盟锡林浩特市', '内蒙古', '锡林郭勒盟'],
    ['中国（上海）自由贸易试验区张江路1号', '上海', undefined],
  ])('%s', (address, province, city) => {
    expect(provinceOfAddress(address, provinces)?.short).toBe(province);
    expect(cityOfAddress(address, provinces)).toBe(city);
  });

  test('a street named after a province is not in it', () => {
    expect(provinceOfAddress('杭州市上海路1号', provinces)).toBeUndefined();
    expect(provinceOfAddress('', provinces)).toBeUndefined();
  });
});
