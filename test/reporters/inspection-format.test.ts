import { describe, expect, it } from 'vitest';
import { parseInspectionFormat } from '../../src/reporters/inspection-format.ts';

describe('what inspect -f asks for', () => {
  it.each([
    ['html', { name: 'html', file: null }],
    ['HTML:out/a:b.html', { name: 'html', file: 'out/a:b.html' }],
    ['json', { name: 'json', file: null }],
  ])('reads %s', (written, format) => {
    expect(parseInspectionFormat(written)).toEqual({ state: 'valid', format });
  });

  it('suggests the format that was meant, and misses no file name', () => {
    const mistyped = parseInspectionFormat('htm');
    expect(mistyped.state === 'invalid' && mistyped.message.en).toContain('Did you mean "html"?');
    const nameless = parseInspectionFormat('html:');
    expect(nameless.state === 'invalid' && nameless.message['zh-CN']).toContain('缺少文件名');
  });
});
