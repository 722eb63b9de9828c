import { describe, expect, it } from 'vitest';
import { documentEvidence } from '../../src/documents/documents.ts';
import { recogniseKind, sameForm } from '../../src/documents/recognise.ts';
import { drawnDocuments } from './drawn-documents.ts';
import { drawnText } from './drawn-text.ts';
import { textPages } from './page-text.ts';

const { extract } = documentEvidence.anyDocuments;

describe('what a file really is', () => {
  it('never takes one drawn document for a wholly different kind', () => {
    const wrong = drawnDocuments.flatMap(({ kind, layout, pages }) => {
      const seen = extract(drawnText(pages, 'cells')).kind;
      return seen !== null && !sameForm(seen.value, kind)
        ? [`${kind} ${layout}: ${seen.value} ${seen.confidence}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('tells a lease from the access agreement that it was filed as', () => {
    const lease = recogniseKind(
      textPages(['房屋租赁合同', '出租方(甲方):张三', '承租方(乙方):李四', '租金每月一千元,押金两月']),
    );
    expect(lease).toMatchObject({ kind: 'lease', confidence: 'high' });
    expect(sameForm('lease', 'access-agreement')).toBe(false);
  });

  it('says nothing about a page that gives nothing away', () => {
    expect(recogniseKind(textPages(['今天天气很好', '我们去公园']))).toBeNull();
    expect(recogniseKind(textPages([]))).toBeNull();
  });

  it('knows that a licence of the provider has the form of an own licence', () => {
    expect([sameForm('icp-licence', 'provider-licence'), sameForm('icp-licence', 'business-licence')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('what can be said of any document', () => {
  it('finds the blanks of a template, and no masked numbers', () => {
    const { placeholders } = extract(
      textPages(['业务发展计划', 'XX公司成立于【】,联系人____,电话138****0018', '某某公司承诺']),
    );
    expect(placeholders?.value).toEqual(['XX公司成立', '【】', '____', '某某公司']);
    expect(extract(textPages(['业务发展计划', '联系电话138****0018,版本1.0'])).placeholders).toBeNull();
  });

  it('reads printed page numbers, whichever way they are printed', () => {
    const { pageNumbers } = extract(textPages(['甲', '第 1 页 共 3 页'], ['乙', '3/3'], ['丙', '— 2 —'], ['丁']));
    expect(pageNumbers?.value).toEqual([
      { page: 1, printed: 1, of: 3 },
      { page: 2, printed: 3, of: 3 },
      { page: 3, printed: 2, of: null },
    ]);
  });

  it('names every company once, without the words before it', () => {
    const { companyNames } = extract(
      textPages([
        '甲方:杭州青禾示例网络科技有限公司',
        '兹授权杭州青禾示例网络科技有限公司与杭州云川示例数据服务有限公司签约',
      ]),
    );
    expect(companyNames?.value).toEqual(['杭州青禾示例网络科技有限公司', '杭州云川示例数据服务有限公司']);
  });

  it.each([
    ['本协议由杭州云川示例数据服务有限公司提供', '杭州云川示例数据服务有限公司'],
    ['甲方华为技术示例有限公司盖章', '华为技术示例有限公司'],
    ['和润示例集团有限公司', '和润示例集团有限公司'],
    ['经纬示例科技有限公司北京分公司', '经纬示例科技有限公司北京分公司'],
    ['示例正平会计师事务所有限公司', '示例正平会计师事务所有限公司'],
  ])('cuts no word off a name and leaves none on it: %s', (line, name) => {
    expect(extract(textPages([line])).companyNames?.value).toEqual([name]);
  });

  it.each([['每年依法经会计师事务所审计'], ['有限责任公司'], ['贵公司与本公司']])('finds no name in %s', (line) => {
    expect(extract(textPages([line])).companyNames).toBeNull();
  });

  it('takes a name that was once misread under a seal for the one that stands elsewhere', () => {
    const { companyNames } = extract(
      textPages([
        '甲方:杭州云川示例数据服务有限公司',
        '经杭州云川示例数据服务有限公司盖章',
        '杭州云儿示例数据服务有限公司(盖章)',
      ]),
    );
    expect(companyNames?.value).toEqual(['杭州云川示例数据服务有限公司']);
  });

  it('dates a document by what stands below its signature', () => {
    const { datedOn } = extract(textPages(['情况说明', '公司于2018年5月16日成立,至今正常经营。', '2026年2月27日']));
    expect(datedOn?.value).toBe('2026-02-27');
  });
});

describe('hostile text', () => {
  const floods: Readonly<Record<string, string>> = {
    numerals: '壹贰叁肆伍'.repeat(40_000),
    brackets: '('.repeat(200_000),
    labels: '甲方:乙方:名称:有效期自2026年1月1日起至\n'.repeat(5000),
    'one long word': 'a-'.repeat(100_000),
    'control characters': '\u0000\u202e\u001b[31m名称:\ufeff'.repeat(2000),
  };
  it.each(Object.keys(floods))('every reader ends on a flood of %s', (name) => {
    const text = floods[name] ?? '';
    const pages = [{ page: 1, text: { source: 'layer', content: text, confidence: 1, lines: [] } }] as const;
    for (const { extract: reader } of Object.values(documentEvidence)) expect(() => reader(pages)).not.toThrow();
  });

  it('lets no control character into a value', () => {
    const { title, companyNames } = extract(
      textPages(['情况\u001b[31m说明\u202e书', '杭州\u0007青禾示例网络科技有限公司']),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(JSON.stringify([title?.value, companyNames?.value])).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
