import { describe, expect, it } from 'vitest';
import { readBusinessLicence } from '../../src/documents/business-licence.ts';
import { findLabels } from '../../src/documents/labels.ts';
import { companyName, day, readLabelled, readLines } from '../../src/documents/read-field.ts';
import { layRows } from '../../src/documents/sheet.ts';
import { type Print, printedPage, textPages } from './page-text.ts';

const labels = { company: ['单位名称', '名称'], address: ['住所'], signed: ['签订日期'] };
const at = (prints: readonly Print[]) => findLabels(layRows(printedPage(prints)), labels);

describe('labels and what stands at them', () => {
  it('finds a label whose characters are set wide apart', () => {
    const found = at([
      { text: '名', at: [20, 50] },
      { text: '称', at: [40, 50] },
      { text: '杭州青禾示例网络科技有限公司', at: [60, 50] },
    ]);
    expect(readLabelled(found('company'), companyName)?.value).toBe('杭州青禾示例网络科技有限公司');
  });

  it('stops a value at the label of the next column', () => {
    const found = at([
      { text: '名称 杭州青禾示例网络科技有限公司', at: [20, 50] },
      { text: '签订日期 2026年1月5日', at: [120, 50] },
    ]);
    expect(readLabelled(found('company'), companyName)?.value).toBe('杭州青禾示例网络科技有限公司');
    expect(readLabelled(found('signed'), day)?.value).toBe('2026-01-05');
  });

  it('reads a value under its label', () => {
    const found = at([
      { text: '单位名称', at: [20, 50] },
      { text: '杭州青禾示例网络科技有限公司', at: [20, 58] },
    ]);
    expect(readLabelled(found('company'), companyName)?.value).toBe('杭州青禾示例网络科技有限公司');
  });

  it('joins a value that is wrapped, and nothing from the other column', () => {
    const found = at([
      { text: '住所', at: [20, 50] },
      { text: '浙江省杭州市示例区云栖路18号', at: [40, 50] },
      { text: '3幢601室', at: [40, 55.5] },
      { text: '第二栏的一行文字', at: [130, 55.5] },
      { text: '签订日期', at: [130, 50] },
    ]);
    expect(readLines(found('address'), { most: 3 })?.value).toBe('浙江省杭州市示例区云栖路18号3幢601室');
  });

  it('reads a cell whose label stands at its middle', () => {
    const found = at([
      { text: '浙江省杭州市示例区云栖路18号', at: [60, 47.4] },
      { text: '住所', at: [20, 50] },
      { text: '3幢601室', at: [60, 53] },
    ]);
    expect(readLines(found('address'), { most: 3 })?.value).toBe('浙江省杭州市示例区云栖路18号3幢601室');
  });

  it('does not find a short label inside other words', () => {
    const found = at([{ text: '网站名称登记住所变更', at: [20, 50] }]);
    expect([found('company'), found('address')]).toEqual([[], []]);
  });

  it('reads lines without positions', () => {
    const rows = layRows(textPages(['单位名称:', '杭州青禾示例网络科技', '有限公司', '签订日期:2026年1月5日']));
    const found = findLabels(rows, labels);
    expect(readLabelled(found('company'), companyName)?.value).toBe('杭州青禾示例网络科技有限公司');
    expect(readLabelled(found('signed'), day)?.value).toBe('2026-01-05');
  });

  it('says where a value stands, and how it was printed', () => {
    const field = readLabelled(at([{ text: '签订日期：２０２６年１月５日', at: [20, 50] }])('signed'), day);
    expect(field).toMatchObject({ value: '2026-01-05', raw: '２０２６年１月５日', page: 1, confidence: 'high' });
    expect(field?.box?.x).toBeGreaterThan(20 / 210);
  });
});

describe('reading as OCR gives it', () => {
  const licence = [
    '营 业 执 照',
    '统一杜会信用代码 91440300708461136T',
    '名称 深圳示例计算机系统有限公司',
    '类型 有限责任公司',
    '法定代表入 马 一 示',
    '注册资本 人民币陆仟伍佰万元整',
    '成立日期 1998年11月11曰',
    '营业期限 1998年11月11日至 长期',
    '住所 深圳市示例区示例路1号',
    '经营范围 一般项目:计算机软件开发;',
    '增值电信业务。',
    '登记机关',
    '2022年03月04日',
  ];

  it('forgives slips in labels, blanks in names, and full-width marks', () => {
    const read = readBusinessLicence(textPages(licence));
    expect(read.uscc?.value).toBe('91440300708461136T');
    expect(read.legalRepresentative?.value).toBe('马一示');
    expect(read.registeredCapital?.value).toBe(65_000_000);
    expect(read.establishedOn).toMatchObject({ value: '1998-11-11', confidence: 'medium' });
    expect(read.termEndsOn?.value).toBe('long-term');
    expect(read.scope?.value).toBe('一般项目:计算机软件开发;增值电信业务。');
    expect(read.issuedOn?.value).toBe('2022-03-04');
  });

  it('lowers its confidence with that of the line', () => {
    const confidence = (of: number) =>
      readBusinessLicence(printedPage([{ text: '名称:深圳示例计算机系统有限公司', at: [20, 80], confidence: of }])).name
        ?.confidence;
    expect([confidence(0.99), confidence(0.8), confidence(0.4)]).toEqual(['high', 'medium', 'low']);
  });

  it('finds nothing on an empty page and on noise', () => {
    const nothing = Object.values(readBusinessLicence(textPages([], ['……', '~~ |||', '的的的'])));
    expect(nothing.every((field) => field === null)).toBe(true);
  });
});
