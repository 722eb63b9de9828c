import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/imaging/inspect-file.ts';
import type { SealInspection } from '../../../src/imaging/inspection.ts';
import { createTools } from '../../../src/imaging/ocr-tools.ts';

const PICTURES = new URL('../../../fixtures/scans/seals/', import.meta.url);
const tools = createTools('paddle');
afterAll(() => tools.close());

/** The seal in the middle of a picture that fixtures/generate/seal-pictures.ts drew. */
async function read(file: string): Promise<SealInspection> {
  const bytes = await readFile(new URL(file, PICTURES));
  const request = { seals: true, quality: false, text: false };
  const { problem, pages } = await inspectFile(bytes, file, request, tools);
  expect(problem).toBeNull();
  const seal = pages[0]?.seals?.find(
    ({ box }) => Math.hypot(box.x + box.width / 2 - 0.5, box.y + box.height / 2 - 0.5) < 0.05,
  );
  if (seal === undefined) throw new Error(`no seal was found in the middle of ${file}`);
  return seal;
}

describe('reading a seal', { timeout: 120_000 }, () => {
  it('reads a name below a second, hair-thin ring', async () => {
    expect(await read('second-ring.jpg')).toMatchObject({
      text: '哈尔滨犀明通教育咨询有限公司分公司',
      innerText: '发票专用章',
      kind: 'invoice',
    });
  });

  it('reads strokes as sharp as the picture holds them, though JPEG blurs their colour', async () => {
    expect(await read('coarse-colour.jpg')).toMatchObject({
      text: '长沙蜂六数据服务有限公司',
      innerText: '发票专用章',
    });
  });

  it('reads a grey seal below black print', async () => {
    expect((await read('grey-under-print.jpg')).text).toMatch(/^北京.森盛信息服务有限公司$/);
  });

  it('tells name, straight line and number apart where their corners nearly touch', async () => {
    expect(await read('corners-below-number.jpg')).toMatchObject({
      text: '天津海翠文化传媒有限责任公司',
      innerText: '合同专用章',
      number: '3202244572238',
      kind: 'contract',
    });
  });

  it('does not break a name at a flat character such as 一', async () => {
    expect((await read('flat-character.jpg')).text).toMatch(/^呼和浩特.*岳电子.+有限公司$/);
  });
});
