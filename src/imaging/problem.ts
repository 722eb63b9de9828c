import type { FileProblem, FileProblemId } from './inspection.ts';
import type { ImagingLimits } from './limits.ts';
import type { MediaType } from './media-type.ts';

/** Thrown while a file is being opened or decoded; never leaves `src/imaging`. */
export class FileProblemError extends Error {
  override readonly name = 'FileProblemError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const problem = (id: FileProblemId, chinese: string, english: string): FileProblem => ({
  id,
  message: `${chinese} / ${english}`,
});

/** What each problem says: what was seen, and what to do about it. */
export const PROBLEMS = {
  missing: () =>
    problem('missing', '找不到这个文件，请核对文件名和路径', 'there is no such file; check its name and path'),
  notAFile: () =>
    problem(
      'not-a-file',
      '这里是文件夹或特殊文件，应当是一个文件',
      'this is a folder or a special file where a file is expected',
    ),
  unreadable: () => problem('missing', '没有权限打开这个文件', 'the file may not be opened: permission denied'),
  empty: () =>
    problem(
      'empty',
      '文件是空的（0 字节），请重新导出或重新扫描',
      'the file is empty (0 bytes); export or scan it again',
    ),
  encrypted: () =>
    problem(
      'encrypted',
      'PDF 设了打开密码，请去掉密码后重新保存',
      'the PDF asks for a password; save it again without one',
    ),
  damaged: (page?: number) =>
    page === undefined
      ? problem(
          'damaged',
          '文件已损坏或不完整，无法打开，请重新导出或重新扫描',
          'the file is damaged or incomplete and cannot be opened; export or scan it again',
        )
      : problem(
          'damaged',
          `第 ${page} 页已损坏，无法显示，请重新导出或重新扫描`,
          `page ${page} is damaged and cannot be shown; export or scan it again`,
        ),
  lfsPointer: () =>
    problem(
      'lfs-pointer',
      '这是 Git LFS 指针，不是文件本身，请先运行 git lfs pull',
      'this is a Git LFS pointer, not the file itself; run git lfs pull first',
    ),
  unsupportedFormat: (mediaType: MediaType) =>
    problem(
      'unsupported-format',
      `看不了这种格式（${mediaType}），请另存为 PDF、JPG 或 PNG`,
      `files of this format (${mediaType}) cannot be looked at; save as PDF, JPG or PNG`,
    ),
  tooLarge: (bytes: number, limits: ImagingLimits) =>
    problem(
      'too-large',
      `文件有 ${mebibytes(bytes)} MB，超过上限 ${mebibytes(limits.bytes)} MB，没有打开`,
      `the file has ${mebibytes(bytes)} MB, over the limit of ${mebibytes(limits.bytes)} MB, and was not opened`,
    ),
  tooManyPixels: (width: number, height: number, limits: ImagingLimits, page?: number) =>
    problem(
      'too-many-pixels',
      `${page === undefined ? '' : `第 ${page} 页的`}图片有 ${width} × ${height} 像素，超过上限 ${millions(limits.pixels)} 百万像素，没有解码；请用 200 至 300 dpi 重新扫描`,
      `the picture${page === undefined ? '' : ` on page ${page}`} has ${width} × ${height} pixels, over the limit of ${millions(limits.pixels)} million, and was not decoded; scan again at 200 to 300 dpi`,
    ),
  tooManyPages: (pages: number, limits: ImagingLimits) =>
    problem(
      'too-many-pages',
      `文件有 ${pages} 页，只看了前 ${limits.pages} 页，请拆分后提交`,
      `the file has ${pages} pages and only the first ${limits.pages} were looked at; split it`,
    ),
  timeout: (milliseconds: number, seen?: { readonly pages: number; readonly of: number }) =>
    seen === undefined
      ? problem(
          'timeout',
          `${seconds(milliseconds)} 秒内没有看完这个文件，已停止`,
          `the file was not finished within ${seconds(milliseconds)} s and was given up`,
        )
      : problem(
          'timeout',
          `${seconds(milliseconds)} 秒内只看完 ${seen.of} 页中的 ${seen.pages} 页，已停止`,
          `only ${seen.pages} of ${seen.of} pages were finished within ${seconds(milliseconds)} s`,
        ),
  crashed: () =>
    problem(
      'damaged',
      '读取这个文件时程序崩溃，文件多半已损坏，请重新导出或重新扫描',
      'reading this file crashed the reader, so it is most likely damaged; export or scan it again',
    ),
} as const;

const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const millions = (pixels: number): string => (pixels / 1e6).toFixed(0);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0);
