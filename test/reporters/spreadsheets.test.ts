import { inflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { csv } from '../../src/reporters/csv.ts';
import { xlsx } from '../../src/reporters/xlsx.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { cleanDossier, rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, finding, report } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;
const whole = () => report([troubledDossier(), cleanDossier(), rejectedDossier()]);

/** Reads RFC 4180 by its own grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('csv', () => {
  it('begins with the mark that makes Excel read UTF-8', () => {
    expect(csv(whole(), options).charCodeAt(0)).toBe(0xfeff);
  });

  it('has a line for each finding, problem and unchecked item, all of one width', () => {
    const rows = readCsv(csv(whole(), options).slice(1));
    expect(rows).toHaveLength(1 + 6 + 2 + 9);
    for (const row of rows) expect(row).toHaveLength(18);
    const [titles, first] = rows;
    const cell = (title: string) => first?.[titles?.indexOf(title) ?? -1];
    expect(cell('公司')).toBe('杭州云栈科技有限公司');
    expect(cell('结果')).toBe('错误');
    expect(cell('所见')).toBe('李建国');
    expect(rows.filter((row) => row.includes('没有检查'))).toHaveLength(9);
  });

  it('keeps line breaks and quotes of a letter', () => {
    const letter = '第一行\n第二行，带“引号”和 "quotes"';
    const rows = readCsv(csv(report([dossier({ findings: [finding({ letter })] })]), options).slice(1));
    expect(rows[1]).toContain(letter);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('never begins a cell with the formula %s', (formula) => {
    for (const row of readCsv(csv(hostileReport(`${formula},"x`), options).slice(1)))
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝]/u);
  });
});

describe('xlsx', () => {
  const bytes = async (each = whole()) => {
    const { content } = await xlsx(each, options);
    if (!(content instanceof Uint8Array)) throw new Error('a workbook is bytes');
    return Buffer.from(content);
  };

  it('is a workbook with three sheets that hold every line', async () => {
    const sheets = await readSheets(await bytes());
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '问题', '没有检查']);
    expect(sheets.map(({ rows }) => rows)).toEqual([1 + 3 + 2, 1 + 8, 1 + 9]);
    expect(sheets[1]?.xml).toContain('domain/registrant-mismatch');
  });

  it('is the same bytes whenever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2026-03-10T08:00:00Z');
    const first = await bytes();
    vi.setSystemTime('2027-11-20T08:00:00Z');
    const second = await bytes();
    vi.useRealTimers();
    expect(second.equals(first)).toBe(true);
  });

  it('holds hostile text as text, and no formula', async () => {
    for (const { xml } of await readSheets(await bytes(hostileReport('=cmd|x<&"\u0000\ufffe\ud800'))))
      expect(xml).not.toMatch(/<f>|(?!\s)\p{Cc}|\p{Cs}|\ufffe/u);
  });

  it('says how much of a text was too long for a cell', async () => {
    const long = report([dossier({ findings: [finding({ letter: '字'.repeat(40_000) })] })]);
    const [, findings] = await readSheets(await bytes(long));
    expect(findings?.xml).toContain('全文共 40000 字');
  });
});

interface SheetText {
  readonly name: string;
  readonly rows: number;
  readonly xml: string;
}

/** Files of a ZIP archive as text, by its central directory. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength] = [archive.readUInt16LE(entry + 28), archive.readUInt16LE(entry + 30)];
    const local = archive.readUInt32LE(entry + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    files.set(name, (archive.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    entry += 46 + nameLength + extraLength + archive.readUInt16LE(entry + 32);
  }
  return files;
}

async function readSheets(archive: Buffer): Promise<SheetText[]> {
  const files = unzip(archive);
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(
    ([, name = '']) => name,
  );
  const strings = files.get('xl/sharedStrings.xml') ?? '';
  return names.map((name, index) => {
    const sheet = files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    return { name, rows: sheet.match(/<row /gu)?.length ?? 0, xml: sheet + strings };
  });
}
