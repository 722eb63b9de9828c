import { describe, expect, test } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import { parseAlgorithmNumber } from '../../src/identifiers/algorithm-number.ts';
import { parseFilingNumber } from '../../src/identifiers/filing-number.ts';
import { parseLicenceNumber } from '../../src/identifiers/licence-number.ts';
import { parsePoliceNumber } from '../../src/identifiers/police-number.ts';

const { marks } = loadReference();
const filing = (written: string) => parseFilingNumber(written, marks);
const licence = (written: string) => parseLicenceNumber(written, marks);
const police = (written: string) => parsePoliceNumber(written, marks);

describe('filing numbers', () => {
  test.each([
    ['陇ICP备19001358号-1', '62', 2019, { kind: 'website', index: 1 }],
    ['陇ICP备2021003158号-1', '62', 2021, { kind: 'website', index: 1 }],
    ['浙ICP备16025414号-3', '33', 2016, { kind: 'website', index: 3 }],
    ['辽ICP备2023009191号-2A', '21', 2023, { kind: 'app', index: 2 }],
    ['辽ICP备2023009191号-3X', '21', 2023, { kind: 'mini-program', index: 3 }],
    ['辽ICP备2023009191号-4K', '21', 2023, { kind: 'quick-app', index: 4 }],
    ['京ICP备12345678号', '11', 2012, undefined],
  ])('%s', (number, provinceCode, year, service) => {
    expect(filing(number)).toMatchObject({
      ok: true,
      value: { canonical: number, mark: { provinceCode, standing: 'usual' }, year, service, repairs: [] },
    });
  });

  test.each([
    ['粤ICP备 12030634号', '粤ICP备12030634号', ['spacing']],
    ['粤icp备12030634号－1', '粤ICP备12030634号-1', ['dash', 'case']],
    ['粤ＩＣＰ备１２０３０６３４号', '粤ICP备12030634号', ['width']],
    ['粤ICP备12030634-1', '粤ICP备12030634号-1', ['mark']],
    ['陕ICP备12000810-2号', '陕ICP备12000810号-2', ['mark']],
    ['ICP备案号：京ICP备12345678号', '京ICP备12345678号', ['width', 'label']],
  ])('%s means %s', (written, canonical, repairs) => {
    expect(filing(written)).toMatchObject({ ok: true, value: { canonical, repairs } });
  });

  test.each([
    ['川ICP备12345678号', '蜀', '51'],
    ['贵ICP备12345678号', '黔', '52'],
    ['甘ICP备12345678号', '陇', '62'],
    ['云ICP备12345678号', '滇', '53'],
  ])('%s has an unusual prefix; %s is the usual one', (number, usual, provinceCode) => {
    expect(filing(number)).toMatchObject({ ok: true, value: { mark: { standing: 'unusual', usual, provinceCode } } });
  });

  test.each([
    ['', { kind: 'empty' }],
    ['ICP备12345678号', { kind: 'prefix-missing' }],
    ['港ICP备12345678号', { kind: 'unknown-prefix', prefix: '港' }],
    ['京ICP备1234567号', { kind: 'wrong-digit-count', digits: 7, expected: [8, 10] }],
    ['京ICP备123456789号', { kind: 'wrong-digit-count', digits: 9, expected: [8, 10] }],
    ['京ICP备20210031581号', { kind: 'wrong-digit-count', digits: 11, expected: [8, 10] }],
    ['京ICP备1921003158号', { kind: 'impossible-year', year: '1921' }],
    ['京ICP备12345678号-0', { kind: 'malformed-suffix', suffix: '-0' }],
    ['京ICP备12345678号-', { kind: 'malformed-suffix', suffix: '-' }],
    ['京ICP备12345678号-1B', { kind: 'unknown-service-letter', letter: 'B' }],
    ['京ICP证030173号', { kind: 'other-form', form: 'icp-licence' }],
    ['粤B2-20090059', { kind: 'other-form', form: 'telecom-licence' }],
    ['京公网安备11010502035189号', { kind: 'other-form', form: 'police-filing' }],
    ['91330100799655058B', { kind: 'other-form', form: 'uscc' }],
    ['备案中', { kind: 'not-a-filing-number' }],
  ])('%s is refused', (written, problem) => {
    expect(filing(written)).toEqual({ ok: false, problem });
  });
});

describe('licence numbers', () => {
  test.each([
    ['川B2-20230159', '51', ['B2'], 2023],
    ['滇B2-20202518', '53', ['B2'], 2020],
    ['黔B2-20010020', '52', ['B2'], 2001],
    ['粤B1.B2-20090059', '44', ['B1', 'B2'], 2009],
  ])('%s is a provincial licence', (number, provinceCode, classes, year) => {
    expect(licence(number)).toMatchObject({
      ok: true,
      value: {
        canonical: number,
        scope: { kind: 'provincial', mark: { provinceCode, standing: 'usual' } },
        classes,
        year,
      },
    });
  });

  test.each([
    ['合字B2-20190051', ['B2']],
    ['合字B1.B2-20130004', ['B1', 'B2']],
    ['A2.B1.B2-20090001', ['A2', 'B1', 'B2']],
    ['B2-20080101', ['B2']],
  ])('%s is a national licence', (number, classes) => {
    expect(licence(number)).toMatchObject({
      ok: true,
      value: { canonical: number, scope: { kind: 'national' }, classes },
    });
  });

  test.each([
    ['粤B2-20090059-5', { kind: 'website', index: 5 }],
    ['皖B2-20170001-32A', { kind: 'app', index: 32 }],
    ['京ICP证030173号-1', { kind: 'website', index: 1 }],
  ])('%s was filed for something', (number, service) => {
    expect(licence(number)).toMatchObject({ ok: true, value: { canonical: number, service } });
  });

  test('the older form', () => {
    expect(licence('京ICP证150476号')).toMatchObject({
      ok: true,
      value: { form: 'icp-licence', year: 2015, classes: [] },
    });
    expect(licence('京ICP证15047号')).toEqual({
      ok: false,
      problem: { kind: 'wrong-digit-count', digits: 5, expected: 6 },
    });
    expect(licence('京ICP证1504761号')).toMatchObject({ problem: { digits: 7 } });
  });

  test.each([
    ['增值电信业务经营许可证编号：浙B2-20210001', '浙B2-20210001'],
    ['ICP证：津B2-20110106', '津B2-20110106'],
    ['经营许可证：京ICP证030173号', '京ICP证030173号'],
    ['苏B2-20070200号', '苏B2-20070200'],
    ['豫B2-20060015-11号', '豫B2-20060015-11'],
    ['浙b2—20210001', '浙B2-20210001'],
    ['浙B220210001', '浙B2-20210001'],
    ['合字B1、B2-20130004', '合字B1.B2-20130004'],
  ])('%s means %s', (written, canonical) => {
    expect(licence(written)).toMatchObject({ ok: true, value: { canonical } });
  });

  test('an abbreviation that nobody has confirmed is neither usual nor unusual', () => {
    for (const number of ['甘B2-20210001', '陇B2-20210001', '青B2-20210001']) {
      expect(licence(number)).toMatchObject({ ok: true, value: { scope: { mark: { standing: 'unverified' } } } });
    }
  });

  test.each([
    ['浙ICP备16025414号-3', { kind: 'other-form', form: 'filing' }],
    ['港B2-20210001', { kind: 'unknown-prefix', prefix: '港' }],
    ['浙B3-20210001', { kind: 'unknown-class', class: 'B3' }],
    ['浙A2-20210001', { kind: 'no-value-added-class', classes: ['A2'] }],
    ['浙B2-2021001', { kind: 'wrong-digit-count', digits: 7, expected: 8 }],
    ['浙B2-202100001', { kind: 'wrong-digit-count', digits: 9, expected: 8 }],
    ['浙B2-12134567', { kind: 'impossible-year', year: '1213' }],
    ['浙B2-20210001-x', { kind: 'malformed-suffix', suffix: '-X' }],
    ['ICP证030173号', { kind: 'prefix-missing' }],
    ['办理中', { kind: 'not-a-licence-number' }],
    ['　', { kind: 'empty' }],
  ])('%s is refused', (written, problem) => {
    expect(licence(written)).toEqual({ ok: false, problem });
  });
});

describe('public-security numbers', () => {
  test.each([
    '京公网安备11010502035189号',
    '甘公网安备62090202000584号',
    '川公网安备51010702002345号',
    '黔公网安备52270102000276号',
  ])('%s', (number) => {
    expect(police(number)).toMatchObject({
      ok: true,
      value: { canonical: number, usualKind: true, areaMatchesMark: true, mark: { standing: 'usual' }, repairs: [] },
    });
  });

  test('another area, another kind, a missing 号', () => {
    expect(police('沪公网安备11010502035189号')).toMatchObject({ ok: true, value: { areaMatchesMark: false } });
    expect(police('京公网安备11010501035189号')).toMatchObject({ ok: true, value: { usualKind: false } });
    expect(police('京公网安备 11010502035189')).toMatchObject({
      ok: true,
      value: { canonical: '京公网安备11010502035189号', repairs: ['spacing', 'mark'] },
    });
  });

  test('the link opens the number in the register', () => {
    expect(police('京公网安备11010502035189号')).toMatchObject({
      value: { queryUrl: 'https://beian.mps.gov.cn/#/query/webSearch?code=11010502035189' },
    });
  });

  test.each([
    ['京公网安备1101050203518号', { kind: 'wrong-digit-count', digits: 13, expected: 14 }],
    ['京公网安备110105020351890号', { kind: 'wrong-digit-count', digits: 15, expected: 14 }],
    ['公网安备11010502035189号', { kind: 'prefix-missing' }],
    ['武公网安备22010202000132号', { kind: 'unknown-prefix', prefix: '武' }],
    ['京ICP备12345678号', { kind: 'other-form', form: 'filing' }],
    ['已备案', { kind: 'not-a-police-number' }],
    ['', { kind: 'empty' }],
  ])('%s is refused', (written, problem) => {
    expect(police(written)).toEqual({ ok: false, problem });
  });
});

describe('algorithm numbers', () => {
  test('the parts are read', () => {
    expect(parseAlgorithmNumber('网信算备110108823483901230031号')).toEqual({
      ok: true,
      value: { canonical: '网信算备110108823483901230031号', areaCode: '110108', year: 2023, repairs: [] },
    });
    expect(parseAlgorithmNumber('网信算备 110108823483901230031')).toMatchObject({
      value: { repairs: ['spacing', 'mark'] },
    });
  });

  test.each([
    ['网信算备11010882348390123003号', { kind: 'wrong-digit-count', digits: 20, expected: 21 }],
    ['网信算备1101088234839012300311号', { kind: 'wrong-digit-count', digits: 22, expected: 21 }],
    ['京ICP备12345678号', { kind: 'other-form', form: 'filing' }],
    ['无', { kind: 'not-an-algorithm-number' }],
    ['', { kind: 'empty' }],
  ])('%s is refused', (written, problem) => {
    expect(parseAlgorithmNumber(written)).toEqual({ ok: false, problem });
  });
});
