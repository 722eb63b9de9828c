import { describe, expect, it } from 'vitest';
import {
  creditCode,
  filingNumber,
  identityNumber,
  licenceNumber,
  mlpsCertificateNumber,
  mlpsReportNumber,
} from '../../src/documents/codes.ts';
import { findAddresses, findDomains } from '../../src/documents/domain-names.ts';

describe('credit codes', () => {
  it('is sure of a code with right check digits', () => {
    expect(creditCode('统一社会信用代码:91440300708461136T')).toMatchObject({
      value: '91440300708461136T',
      proof: 'checked',
    });
  });

  it('reads a code that OCR broke into groups', () => {
    expect(creditCode('914403 00708461136T')?.value).toBe('91440300708461136T');
  });

  it('undoes letters that no code has', () => {
    expect(creditCode('9144O3OO708461136T')).toMatchObject({ value: '91440300708461136T', proof: 'form' });
  });

  it('undoes one confusion inside the alphabet when the check digits agree, and says so', () => {
    expect(creditCode('91440300708461L36T')).toMatchObject({ value: '91440300708461136T', proof: 'repaired' });
  });

  it('gives a code whose check digits are wrong as it stands, and is not sure of it', () => {
    expect(creditCode('91440300708461146T')).toMatchObject({ value: '91440300708461146T', proof: 'repaired' });
  });

  it.each([['9144030070846113'], ['qinghe-shop.example'], ['ABCDEFGHJKLMNPQRTU']])('finds no code in %s', (text) => {
    expect(creditCode(text)).toBeNull();
  });
});

describe('numbers of licences and filings', () => {
  it.each([
    ['浙B2-20210318', '浙B2-20210318', 'form'],
    ['合字B1.B2-20130004', '合字B1.B2-20130004', 'form'],
    ['合 字 B2 - 20190051', '合字B2-20190051', 'form'],
    ['B2-20080101', 'B2-20080101', 'form'],
    ['粤B2-20090059-5', '粤B2-20090059-5', 'form'],
    ['浙82-2021O318', '浙B2-20210318', 'repaired'],
    ['京ICP证030173号', '京ICP证030173号', 'form'],
  ])('reads %s as %s', (text, value, proof) => {
    expect(licenceNumber(text)).toMatchObject({ value, proof });
  });

  it.each([['浙ICP备18012345号-1'], ['浙B2-2021031'], ['浙B2-202103189']])('takes %s for no licence number', (text) => {
    expect(licenceNumber(text)).toBeNull();
  });

  it.each([
    ['浙ICP备18012345号-1', '浙ICP备18012345号-1'],
    ['浙1CP备2021003158号', '浙ICP备2021003158号'],
    ['辽ICP备2023009191号-2A', '辽ICP备2023009191号-2A'],
  ])('reads the filing number %s', (text, value) => {
    expect(filingNumber(text)?.value).toBe(value);
  });
});

describe('numbers of certificates', () => {
  it('reads MLPS numbers and keeps the two forms apart', () => {
    expect(mlpsCertificateNumber('证书编号:33010699001-22001')?.value).toBe('33010699001-22001');
    expect(mlpsReportNumber('33010699001-22001-25-0018-01')?.value).toBe('33010699001-22001-25-0018-01');
    expect(mlpsReportNumber('33010699001-22001')).toBeNull();
    expect(mlpsCertificateNumber('3301069900-22001')).toBeNull();
  });

  it('is sure of an identity number only with its check character', () => {
    expect(identityNumber('11010519491231002X')).toMatchObject({ proof: 'checked' });
    expect(identityNumber('110105194912310021')).toMatchObject({ proof: 'free' });
    expect(identityNumber('1101051949123100')).toBeNull();
  });
});

describe('domains and addresses', () => {
  it('finds domains beside Chinese, in addresses of pages, and none in file names or mail', () => {
    const found = findDomains(
      '域名为qinghe-shop.com、https://www.qinghe.cn/a 青禾.中国 报告.pdf me@mail.qq.com v1.2.3',
    );
    expect(found.map(({ value }) => value)).toEqual(['qinghe-shop.com', 'www.qinghe.cn', '青禾.中国']);
  });

  it('finds Internet addresses, and no version numbers or impossible ones', () => {
    const found = findAddresses('203.0.113.18、2001:db8::1 999.1.1.1 1.2.3');
    expect(found.map(({ value }) => value)).toEqual(['203.0.113.18', '2001:db8::1']);
  });
});
