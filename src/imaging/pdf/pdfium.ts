import { PDFiumModule } from '@hyzyla/pdfium';

/**
 * The functions of PDFium's C interface that are used here (public/fpdfview.h, fpdf_edit.h, fpdf_text.h). The package
 * exports them all but types only those that its own wrapper calls; the wrapper itself cannot tell where a picture lies,
 * gives no text positions, and smooths text for LCD screens, which puts colour into black print.
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_GetClipPath(object: number): number;
  _FPDFClipPath_CountPaths(clipPath: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFTextObj_GetTextRenderMode(text: number): number;
  _FPDFImageObj_GetImageMetadata(image: number, page: number, metadata: number): number;
  _FPDFImageObj_GetImageFilterCount(image: number): number;
  _FPDFImageObj_GetImageFilter(image: number, index: number, buffer: number, length: number): number;
  _FPDFImageObj_GetImageDataRaw(image: number, buffer: number, length: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, data: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_GetCharBox(
    textPage: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
}

export const PDF_ERROR_PASSWORD = 4;
export const PDF_OBJECT = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;
/** `FPDFBitmap_BGR`: three bytes a pixel. */
export const BITMAP_BGR = 2;
export const RENDER_ANNOTATIONS = 0x01;
/** `FPDF_REVERSE_BYTE_ORDER`: red first. */
export const RENDER_RED_FIRST = 0x10;
/** ISO 32000-1, table 106: neither filled nor stroked. */
export const TEXT_INVISIBLE = 3;

/** A malicious page can hold millions of objects; beyond this many a page is rendered without a look at each. */
export const OBJECT_LIMIT = 20_000;

let loading: Promise<Pdfium> | null = null;

/** One instance a process: its memory grows to the largest page and stays there. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= (async () => {
    // The package's type leaves out most of what its module exports; see the note on the interface.
    const pdfium = (await PDFiumModule({})) as unknown as Pdfium;
    pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
    return pdfium;
  })();
  return loading;
}

/** After a trap inside WebAssembly the instance is in no known state: the next file gets a new one. */
export function discardPdfium(): void {
  loading = null;
}

/** Runs `work` with `size` bytes of PDFium's memory, freed afterwards. 0 is never given. */
export function withMemory<Result>(pdfium: Pdfium, size: number, work: (pointer: number) => Result): Result {
  const pointer = pdfium.wasmExports.malloc(size);
  if (pointer === 0) throw new RangeError(`PDFium has no ${size} bytes left`);
  try {
    return work(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}

/** A view of PDFium's memory. Taken anew at every use: the memory moves when it grows. */
export function memoryView(pdfium: Pdfium): DataView {
  return new DataView(pdfium.HEAPU8.buffer);
}

export function readFloats(pdfium: Pdfium, pointer: number, count: number): number[] {
  const view = memoryView(pdfium);
  return Array.from({ length: count }, (_, index) => view.getFloat32(pointer + 4 * index, true));
}

export function readDoubles(pdfium: Pdfium, pointer: number, count: number): number[] {
  const view = memoryView(pdfium);
  return Array.from({ length: count }, (_, index) => view.getFloat64(pointer + 8 * index, true));
}
