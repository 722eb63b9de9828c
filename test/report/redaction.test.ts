import { describe, expect, it } from 'vitest';
import { maskPersonalData, redactInspection, redactReport } from '../../src/report/redaction.ts';
import { troubledDossier } from './sample-dossiers.ts';
import { at, dossier, finding, report } from './sample-report.ts';

describe('what is masked', () => {
  it.each([
    ['a resident identity number', '110105194912310021', '1101**********0021'],
    ['one that ends in X', '11010519491231002X', '1101**********002X'],
    ['one with a wrong check digit', '110105194912310029', '1101**********0029'],
    [
      'one within Chinese text',
      '负责人证件号码为110105194912310021，已过期',
      '负责人证件号码为1101**********0021，已过期',
    ],
    ['one that OCR tore apart', '公民身份号码 110105 1949 1231 002X', '公民身份号码 1101** **** **** 002X'],
    ['one torn apart without its label', '张三 110105 19491231 002x 杭州', '张三 1101** ******** 002x 杭州'],
    ['one in full-width digits', '１１０１０５１９４９１２３１００２１', '１１０１**********００２１'],
    ['one of the old kind, 15 digits', '110105491231002', '1101*******1002'],
    ['a mistyped one that is labelled', '证件号码: 1101051949', '证件号码: 110****949'],
    ['one glued to letters', 'ID110105194912310021', 'ID1101**********0021'],
    ['a passport that is labelled', '护照号码：E12345678', '护照号码：E1*****78'],
    ['a mobile number', '13812345678', '138****5678'],
    ['a mobile number with hyphens', '138-1234-5678', '138-****-5678'],
    ['a mobile number with blanks and a country code', '+86 138 1234 5678', '+86 138 **** 5678'],
    ['a mobile number glued to a word', 'tel13812345678', 'tel138****5678'],
    ['a mobile number with a digit too many', '填的是“138123456789”', '填的是“138*****6789”'],
    ['a mobile number with a digit too few, labelled', '手机: 1381234567', '手机: 138****567'],
    ['a mobile number in full-width digits', '１３８１２３４５６７８', '１３８****５６７８'],
    [
      'a mobile number as registrars write it',
      'Registrant Phone: +86.13812345678',
      'Registrant Phone: +86.138****5678',
    ],
    ['a landline of whois', 'Tech Phone: +86.57188886666', 'Tech Phone: +86.571****6666'],
    ['a landline that is labelled as a person’s', '固定电话: 0571-88886666', '固定电话: 0571-******66'],
    ['a mail address', '请联系 zhang.san@yunzhan.cn 处理', '请联系 z***@yunzhan.cn 处理'],
    ['a mail address after Chinese text', '邮箱zhangsan@yunzhan.cn', '邮箱z***@yunzhan.cn'],
    ['a mail address with a full-width sign', 'zhang＠yunzhan.cn', 'z***＠yunzhan.cn'],
    ['a bank card', '6222021234567890123', '6222***********0123'],
    ['a bank card in groups', '6222 0212 3456 7890 123', '6222 **** **** ***0 123'],
    ['an account that is labelled', '开户行账号：330123456789', '开户行账号：3301****6789'],
    ['a mobile number glued to its country code', '+8613812345678', '+86138****5678'],
    ['a mobile number after 0086', '008613812345678', '0086138****5678'],
    ['a mobile number with its country code and hyphens', '+86-138-1234-5678', '+86-138-****-5678'],
    ['a mobile number with a country code in brackets', '(+86)13812345678', '(+86)138****5678'],
    ['a mobile number with dashes that OCR reads', '138—1234—5678', '138—****—5678'],
    ['a mobile number with full-width hyphens', '１３８－１２３４－５６７８', '１３８－****－５６７８'],
    ['a mobile number with dots', '138.1234.5678', '138.****.5678'],
    ['a mobile number in other groups', '1381 2345 678', '138* ***5 678'],
    ['a mobile number over two lines', '138\n12345678', '138\n****5678'],
    ['a mobile number in a file name', '承诺书_13812345678.pdf', '承诺书_138****5678.pdf'],
    ['one of the old kind in groups', '110105 491231 002', '1101** *****1 002'],
    ['one in groups of four that ends in a small x', '1101 0519 4912 3100 2x', '1101 **** **** **00 2x'],
    ['one with dashes', '110105—19491231—002X', '1101**—********—002X'],
    ['one over two lines', '110105\n19491231002x', '1101**\n********002x'],
    ['a bank card in two groups', '622202 1234567890123', '6222** *********0123'],
    ['a bank card with hyphens', '6222-0212-3456-7890', '6222-****-****-7890'],
    [
      'an account in groups after a label with a blank',
      '账 号：1202 0206 0990 0012 345',
      '账 号：1202 **** **** ***2 345',
    ],
    ['a mail address with blanks around its sign', 'zhang @ example.cn', 'z*** @ example.cn'],
    ['a mail address that hides its sign', 'zhang[at]example.cn', 'z***[at]example.cn'],
    ['a mail address in capitals', 'Zhang.San+icp@Example.COM', 'Z***@Example.COM'],
  ])('%s', (_, text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
    expect(maskPersonalData(masked), 'masking twice').toBe(masked);
  });
});

describe('what is public and stays', () => {
  it.each([
    ['a credit code', '91330106MA2CFQ2X3K'],
    ['a credit code of digits only', '914403001922038216'],
    ['a credit code of digits and one letter', '91330100799655058B'],
    ['a mistyped credit code', '914403001922038217'],
    ['a credit code whose digits hold a date', '915001201990010112'],
    ['an ICP filing', '浙ICP备16025414号-3'],
    ['a telecom licence', '增值电信业务经营许可证 浙B2-20200123'],
    ['a police filing', '浙公网安备33010602012345号'],
    ['an MLPS certificate', '33010600001-00001'],
    ['an MLPS certificate that begins like a mobile number', '13010600001-00001'],
    ['an MLPS certificate without its hyphen', '备案证明编号 1301060000100001'],
    ['an MLPS report number', '33010600001-00001-25-3301-01'],
    ['an algorithm filing', '网信算备110108823483901230031号'],
    ['a SHA-256', '5d41402abc4b2a76b9719d911017c592138123456785d41402abc4b2a76b9719d'],
    ['an amount', '营业收入 13812345678 元'],
    ['a day and a time', '2026-03-01 09:30:00.000Z'],
    ['an address on the Internet', '服务器 203.0.113.254，端口 8080'],
    ['the switchboard of a company', '公司电话 0571-88886666，投诉热线 4008001234'],
    ['two days', '2026.01.15-2026.12.31 2025 1231'],
    ['an address with a prefix', '240e:390:1234:5678::1 115.231.230.0/24'],
    ['a URL with a long number', 'https://www.gov.cn/zhengce/2017-07/03/content_5721949.htm'],
  ])('%s', (_, text) => {
    expect(maskPersonalData(text)).toBe(text);
  });
});

it('takes no longer than the text is long', () => {
  const size = 200_000;
  for (const unit of ['a', '1', '1 ', '1-', '1234 ', '@', 'a@', '138', '身份证', '+86.'])
    expect(maskPersonalData(unit.repeat(size / unit.length)).length).toBeGreaterThan(0);
});

describe('a whole report', () => {
  const personal = '110105194912310021 13812345678 zhangsan@yunzhan.cn 6222021234567890123';
  const texts = { 'zh-CN': personal, en: personal };
  const full = () =>
    report(
      [
        dossier({
          path: `clients/${personal}`,
          problems: [
            { id: 'x', message: personal, texts, file: personal, line: 1, column: 1, excerpt: personal, stops: false },
          ],
          verdicts: [
            { ruleId: 'a/b', subject: personal, kind: 'open', severity: 'info', reason: 'offline', detail: personal },
          ],
          findings: [
            finding({
              texts: { message: texts, fix: texts },
              message: personal,
              fix: personal,
              letter: personal,
              subject: `person:${personal}`,
              location: at(1, 1, `  证件号码: ${personal}`, { attachment: `${personal}.jpg` }),
              compared: { seen: personal, expected: personal },
              evidence: [
                { kind: 'text', source: personal, at: '', confidence: 'low', recorded: false, caution: personal },
              ],
              suppressed: { by: 'dossier', reason: personal, owner: personal },
            }),
          ],
        }),
      ],
      {
        unmasked: true,
        systemErrors: [{ where: 'whois', dossier: personal, subject: personal, message: personal }],
        notes: [{ id: 'x', dossier: personal, message: personal, texts }],
      },
    );

  it('holds none of it in any field', () => {
    const masked = JSON.stringify(redactReport(full()));
    for (const number of personal.split(' ')) expect(masked).not.toContain(number);
    expect(masked).toContain('1101**********0021');
  });

  it('says that it is masked', () => {
    expect(redactReport(full()).unmasked).toBe(false);
  });

  it('changes nothing else', () => {
    const clean = report([troubledDossier()]);
    expect(redactReport(clean)).toEqual(clean);
  });

  it('keeps digests that look like numbers', () => {
    const fingerprint = '11010519491231002113812345678901';
    const [masked] = redactReport(report([dossier({ findings: [finding({ fingerprint })] })])).dossiers;
    expect(masked?.findings[0]?.fingerprint).toBe(fingerprint);
  });
});

it('masks what was read on a page, and keeps the digests of the file', () => {
  const box = { x: 0, y: 0, width: 1, height: 0.1 };
  const sha256 = '1'.repeat(64);
  const content = '姓名 张三\n公民身份号码 110105194912310021';
  const inspected = redactInspection({
    file: '身份证110105194912310021.jpg',
    sha256,
    bytes: 13812345678,
    mediaType: 'image/jpeg',
    problem: null,
    pages: [
      {
        number: 1,
        widthMm: 86,
        heightMm: 54,
        dpi: 300,
        colour: 'colour',
        text: { source: 'ocr', content, confidence: 0.9, lines: [{ text: content, confidence: 0.9, box }] },
        quality: null,
        seals: null,
        edges: null,
        signatures: null,
      },
    ],
  });
  expect(JSON.stringify(inspected)).not.toContain('110105194912310021');
  expect(inspected.pages[0]?.text?.content).toBe('姓名 张三\n公民身份号码 1101**********0021');
  expect(inspected.sha256).toBe(sha256);
  expect(inspected.bytes).toBe(13812345678);
});
