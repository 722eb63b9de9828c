import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentEvidence } from '../../src/documents/documents.ts';
import type { DocumentReadings } from '../../src/documents/reading.ts';
import type { NumberedText } from '../../src/documents/sheet.ts';
import type { AttachmentKind } from '../../src/dossier/attachment-kinds.ts';
import { inspectFile } from '../../src/imaging/inspect-file.ts';
import { chooseEngine } from '../../src/imaging/ocr/choose.ts';
import type { OcrEngine } from '../../src/imaging/ocr/engine.ts';

const company = '杭州青禾示例网络科技有限公司';
const folder = path.join(import.meta.dirname, '../../fixtures/dossiers/annual-report/附件');

interface Scan {
  readonly evidence: keyof DocumentReadings;
  readonly kind: AttachmentKind;
  readonly file: string;
  /** What stands on the paper. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const scans: readonly Scan[] = [
  {
    evidence: 'businessLicences',
    kind: 'business-licence',
    file: `${company}+营业执照+20260108.pdf`,
    expected: {
      name: company,
      uscc: '91330106MAFAKE019Y',
      legalRepresentative: '周启明',
      registeredCapital: 10_000_000,
      establishedOn: '2018-05-16',
      termEndsOn: 'long-term',
      address: '浙江省杭州市示例区云栖路18号3幢601室',
      issuedOn: '2023-04-11',
    },
  },
  {
    evidence: 'icpLicences',
    kind: 'icp-licence',
    file: `${company}+增值电信业务经营许可证+20260108.pdf`,
    expected: {
      number: '浙B2-20230118',
      companyName: company,
      services: ['信息服务业务（仅限互联网信息服务）'],
      domains: ['qinghe-example.cn'],
      accessProviders: ['杭州云川示例数据服务有限公司'],
      issuedOn: '2023-06-15',
      validTo: '2028-06-15',
    },
  },
  {
    evidence: 'taxReturns',
    kind: 'tax-return',
    file: `${company}+纳税申报表+20260112.pdf`,
    expected: {
      taxpayer: company,
      uscc: '91330106MAFAKE019Y',
      startsOn: '2025-12-01',
      endsOn: '2025-12-31',
      taxableSales: 312_000,
      taxableSalesOfYear: 3_685_200,
    },
  },
  {
    evidence: 'insuranceLists',
    kind: 'social-insurance',
    file: `${company}+社保缴纳证明+20260106.pdf`,
    expected: { employer: company, month: '2025-12', insured: 4, printedOn: '2026-01-06' },
  },
];

describe('reading real scans', () => {
  let engine: OcrEngine | null = null;
  beforeAll(async () => {
    engine = await chooseEngine('auto', 'page');
  });
  afterAll(async () => {
    await engine?.close();
  });

  async function pagesOf(file: string): Promise<readonly NumberedText[]> {
    const reader = engine;
    if (reader === null) throw new Error('no OCR engine loaded');
    const { pages } = await inspectFile(
      await readFile(path.join(folder, file)),
      file,
      { text: true, quality: false, seals: false },
      { pageReader: () => Promise.resolve(reader), inspectSeals: () => Promise.resolve([]) },
    );
    return pages.flatMap(({ number, text }) => (text === null ? [] : [{ page: number, text }]));
  }

  it.each(scans)('reads every field of $kind and knows what it is', async ({ evidence, kind, file, expected }) => {
    const pages = await pagesOf(file);
    const fields: Readonly<Record<string, { readonly value: unknown } | null>> =
      documentEvidence[evidence].extract(pages);
    const values = Object.fromEntries(Object.keys(expected).map((name) => [name, fields[name]?.value]));
    expect(values).toEqual(expected);
    expect(documentEvidence.anyDocuments.extract(pages).kind).toMatchObject({ value: kind });
  });
});
