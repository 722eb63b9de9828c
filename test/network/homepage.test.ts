import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../rules/reference/index.ts';
import { decodePage, findWording, type HomePage, readHomePage, savedPage } from '../../src/network/homepage.ts';

const { marks } = loadReference();
const read = (html: string, url = 'https://www.example.cn/'): HomePage =>
  readHomePage(savedPage(url, Buffer.from(html, 'utf8')), marks);
const only = (html: string) => {
  const { numbers } = read(html);
  expect(numbers).toHaveLength(1);
  const [number] = numbers;
  if (!number) throw new Error('no number');
  return number;
};

const page = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>
  示例科技
  官网</title><style>.x{}</style><script>var a = "京ICP备99999999号";</script></head>
<body><div id="app"><h1>欢迎</h1><p>我们提供信息服务。</p><!-- 京ICP备88888888号 --></div>
<footer class="footer" style="text-align:center;font-size:12px">
  <p>版权所有 示例科技有限公司</p>
  <p><a href="https://beian.miit.gov.cn/" target="_blank">京ICP备12345678号-1</a></p>
  <p>增值电信业务经营许可证：<a href="//dxzhgl.miit.gov.cn/">京B2-20210001</a></p>
  <p><a href="https://beian.mps.gov.cn/#/query/webSearch?code=11010502035189"><img src="p.png">京公网安备 11010502035189号</a></p>
</footer></body></html>`;

describe('a home page', () => {
  it('has a title, a foot and numbers with their links', () => {
    const { title, foot, numbers, text, drawnByScripts } = read(page);
    expect(title).toBe('示例科技 官网');
    expect(foot?.by).toBe('element');
    expect(foot?.text.split('\n')[0]).toBe('版权所有 示例科技有限公司');
    expect(text).toContain('我们提供信息服务。');
    expect(text).not.toContain('99999999');
    expect(text).not.toContain('88888888');
    expect(drawnByScripts).toBe(true);
    expect(
      numbers.map(({ number, href, inFoot, visible, fontPx, alignment }) => [
        number.form,
        number.written,
        href,
        inFoot && visible,
        fontPx,
        alignment,
      ]),
    ).toEqual([
      ['filing', '京ICP备12345678号-1', 'https://beian.miit.gov.cn/', true, 12, 'centre'],
      ['licence', '京B2-20210001', 'https://dxzhgl.miit.gov.cn/', true, 12, 'centre'],
      [
        'police',
        '京公网安备 11010502035189号',
        'https://beian.mps.gov.cn/#/query/webSearch?code=11010502035189',
        true,
        12,
        'centre',
      ],
    ]);
  });

  it('may tear a number apart into elements', () => {
    expect(only('<p>京ICP备<b><a href="/x">12345678</a></b>号</p>')).toMatchObject({
      number: { written: '京ICP备12345678号' },
      href: 'https://www.example.cn/x',
    });
  });

  it('may write it in entities and full width', () => {
    expect(only('<p>&#20140;ICP&#22791;12345678&#21495;</p>').number.result.ok).toBe(true);
    expect(only('<p>京ＩＣＰ备１２３４５６７８号</p>').number.result.ok).toBe(true);
  });

  it.each([
    ['<p><a href="javascript:void(0)">京ICP备12345678号</a></p>', null],
    ['<p><a href="http://[">京ICP备12345678号</a></p>', null],
    ['<p><a name="x">京ICP备12345678号</a></p>', null],
    ['<p><a href="https://beian.miit.gov.cn">备案</a> 京ICP备12345678号</p>', null],
    ['<p><a href=" https://beian.miit.gov.cn ">京ICP备12345678号</a></p>', 'https://beian.miit.gov.cn/'],
    ['<base href="https://cdn.example.cn/a/"><p><a href="b">京ICP备12345678号</a></p>', 'https://cdn.example.cn/a/b'],
    ['<a href="/one">eins<a href="/two">京ICP备12345678号</a>', 'https://www.example.cn/two'],
  ])('%s links to %s', (html, href) => {
    expect(only(html).href).toBe(href);
  });

  it.each([
    ['<p style="display: none">京ICP备12345678号</p>', false],
    ['<div style="visibility:hidden"><p>京ICP备12345678号</p></div>', false],
    ['<p hidden>京ICP备12345678号</p>', false],
    ['<p style="font-size:0">京ICP备12345678号</p>', false],
    ['<p style="color:red">京ICP备12345678号</p>', true],
  ])('%s is visible: %s', (html, visible) => {
    expect(only(html).visible).toBe(visible);
  });

  it.each([
    ['<p style="font-size:11.5px">京ICP备12345678号</p>', 11.5],
    ['<p style="font-size: 9pt !important">京ICP备12345678号</p>', 12],
    ['<div style="font-size:20px"><p style="font-size:50%">京ICP备12345678号</p></div>', 10],
    ['<p style="font-size:.75em">京ICP备12345678号</p>', 12],
    ['<div style="font-size:30px"><p style="font-size:0.5rem">京ICP备12345678号</p></div>', 8],
    ['<font size="1">京ICP备12345678号</font>', 10],
    ['<p style="font-size:24px"><small>京ICP备12345678号</small></p>', 20],
    ['<p style="font-size:x-small">京ICP备12345678号</p>', 10],
    ['<p style="font-size:calc(1px + 1vw)">京ICP备12345678号</p>', null],
    ['<p class="small">京ICP备12345678号</p>', null],
  ])('%s is %s pixels', (html, expected) => {
    const { fontPx } = only(html);
    if (expected === null) expect(fontPx).toBeNull();
    else expect(fontPx).toBeCloseTo(expected);
  });

  it.each([
    ['<center><p>京ICP备12345678号</p></center>', 'centre'],
    ['<p align="RIGHT">京ICP备12345678号</p>', 'right'],
    ['<div style="text-align:center"><p style="text-align:left">京ICP备12345678号</p></div>', 'left'],
    ['<p>京ICP备12345678号</p>', null],
  ])('%s is aligned: %s', (html, alignment) => {
    expect(only(html).alignment).toBe(alignment);
  });

  it('without a marked foot has its end for one', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `<p>line ${index}</p>`);
    const { foot, numbers } = read(`<p>京ICP备11111111号</p>${lines.join('')}<p>京ICP备22222222号</p>`);
    expect(foot?.by).toBe('position');
    expect(foot?.text).not.toContain('line 50');
    expect(numbers.map(({ inFoot }) => inFoot)).toEqual([false, true]);
  });

  it.each([
    'id="footer"',
    'class="page-foot"',
    'class="copyright"',
    'role="contentinfo"',
    'id="bottom"',
    'class="beian-box"',
  ])('has its foot in an element with %s', (attribute) => {
    const { foot, numbers } = read(`<div ${attribute}><p>京ICP备12345678号</p></div><p>below</p>`);
    expect(foot).toEqual({ by: 'element', text: '京ICP备12345678号' });
    expect(numbers[0]?.inFoot).toBe(true);
  });

  it.each([
    ['<div id="root"></div><script src="/app.js"></script>', true],
    [`<p>${'示例'.repeat(100)}</p><script src="/app.js"></script>`, false],
    [`<p>${'示例'.repeat(99)}示</p><script src="/app.js"></script>`, true],
    ['<p>short, and no script</p>', false],
  ])('%s is drawn by scripts: %s', (html, drawn) => {
    expect(read(html).drawnByScripts).toBe(drawn);
  });

  it('may send its reader on', () => {
    expect(read('<meta http-equiv="Refresh" content="0; URL=\'/index.html\'">').refresh).toBe('/index.html');
    expect(read('<p>x</p>').refresh).toBeNull();
  });

  it('may be empty, broken or no HTML at all', () => {
    for (const html of [
      '',
      '<',
      '<<<>>>',
      '</div></div>',
      '<title>',
      '<p',
      '\u0000',
      '{"a":1}',
      '<a href="',
      '<!--',
      '&#xFFFFFFFF;',
      '&#0;',
    ])
      expect(read(html).numbers).toEqual([]);
    expect(read('').foot).toBeNull();
    expect(read('<title>only</title>').title).toBe('only');
  });

  it('made to keep a reader busy is read in linear time', () => {
    const size = 100_000;
    const pages = [
      '<div>'.repeat(size / 5),
      '<b><p>x'.repeat(size / 7),
      `${'<i>'.repeat(500)}${'</b>'.repeat(size / 4)}`,
      '<a><div>x'.repeat(size / 9),
      '<li>x'.repeat(size / 5),
      `<p ${Array.from({ length: size / 10 }, (_, index) => `a${index}=1`).join(' ')}>`,
      '京ICP备'.repeat(size / 6),
      `<p>${'B2-'.repeat(size / 3)}`,
      `<p style="${'font-size:'.repeat(size / 10)}">京ICP备12345678号`,
    ];
    for (const html of pages) expect(read(html).title).toBeNull();
  });
});

describe('the encoding of a page', () => {
  const gbk = (text: string) => iconv.encode(text, 'gbk');
  it.each([
    ['the server', gbk('<p>京ICP备</p>'), 'text/html; charset=GB2312', 'gbk'],
    ['the page', gbk('<meta charset="gb2312"><p>京ICP备</p>'), 'text/html', 'gbk'],
    [
      'the page, the old way',
      gbk('<meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>京ICP备</p>'),
      '',
      'gbk',
    ],
    ['its mark', Buffer.from('\ufeff<p>京ICP备</p>', 'utf8'), 'text/html; charset=gbk', 'utf-8'],
    ['its bytes', Buffer.from('<p>京ICP备</p>', 'utf8'), 'text/html', 'utf-8'],
    ['its bytes', gbk('<p>京ICP备</p>'), 'text/html', 'gb18030'],
    ['its bytes where nobody knows the label', gbk('<p>京ICP备</p>'), 'text/html; charset=x-nonsense', 'gb18030'],
    ['UTF-16 with a mark', iconv.encode('<p>京ICP备</p>', 'utf-16le', { addBOM: true }), '', 'utf-16le'],
  ])('is told by %s', (_by, bytes, contentType, charset) => {
    const decoded = decodePage(bytes, contentType);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toContain('京ICP备');
  });

  it('is still UTF-8 when the page was cut inside a character', () => {
    const bytes = Buffer.from('<p>京ICP备', 'utf8');
    expect(decodePage(bytes.subarray(0, bytes.length - 1), '')).toEqual({ text: '<p>京ICP', charset: 'utf-8' });
  });
});

describe('wording', () => {
  it('is found once for each word, whatever its width and case, with what stands around it', () => {
    const text = `${'前'.repeat(30)}全国第一的ＶＩＰ平台，全国第一${'后'.repeat(30)}`;
    expect(findWording(text, ['全国第一', 'vip', '最佳', ''])).toEqual([
      {
        word: '全国第一',
        context: `${'前'.repeat(15)}全国第一的vip平台,全国第一${'后'.repeat(4)}`,
        count: 2,
      },
      { word: 'vip', context: `${'前'.repeat(10)}全国第一的vip平台,全国第一${'后'.repeat(8)}`, count: 1 },
    ]);
  });
});
