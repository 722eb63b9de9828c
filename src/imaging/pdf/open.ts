import type { ImagingLimits } from '../limits.ts';
import { type OpenFile, type PageImage, type PageSource, workingSize } from '../page-image.ts';
import { decodePlacedJpeg } from '../picture.ts';
import { FileProblemError, PROBLEMS } from '../problem.ts';
import { type PageGeometry, readGeometry } from './geometry.ts';
import {
  BITMAP_BGR,
  discardPdfium,
  loadPdfium,
  PDF_ERROR_PASSWORD,
  type Pdfium,
  RENDER_ANNOTATIONS,
  RENDER_RED_FIRST,
  withMemory,
} from './pdfium.ts';
import { findPictures, type PagePictures, pictureDpi, rawJpeg } from './pictures.ts';
import { readTextLayer } from './text-layer.ts';

/**
 * Keys of an image dictionary that make the stored JPEG differ from what is shown. Dictionaries of streams are never
 * compressed or encrypted, so the keys can be found in the file's bytes.
 */
const ALTERING_KEYS = ['/SMask', '/Mask', '/Decode'] as const;
/** `/SMask /None` alters nothing, and `/DecodeParms` is another key. */
const ALTERS = /^(?![A-Za-z])(?!\s*\/None)/;

function mayAlterPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ALTERING_KEYS.some((key) => {
    for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + key.length)) {
      if (ALTERS.test(file.toString('latin1', at + key.length, at + key.length + 16))) return true;
    }
    return false;
  });
}

/**
 * Opens a PDF and reads its page tree; pages are decoded when asked for. A scanned page, which is one JPEG, is decoded
 * as it is stored; every other page is rendered.
 * @throws FileProblemError encrypted, damaged
 */
export async function openPdf(bytes: Uint8Array, limits: ImagingLimits): Promise<OpenFile> {
  const pdfium = await loadPdfium();
  // PDFium reads from this memory until the document is closed.
  const memory = pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new FileProblemError(PROBLEMS.damaged());
  pdfium.HEAPU8.set(bytes, memory);
  const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
  const pageCount = document === 0 ? 0 : pdfium._FPDF_GetPageCount(document);
  if (pageCount === 0) {
    const locked = document === 0 && pdfium._FPDF_GetLastError() === PDF_ERROR_PASSWORD;
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(memory);
    throw new FileProblemError(locked ? PROBLEMS.encrypted() : PROBLEMS.damaged());
  }
  const picturesAsStored = !mayAlterPictures(bytes);
  const page = (number: number): PageSource => ({
    number,
    image: () => pageImage(pdfium, document, number, picturesAsStored, limits),
    textLayer: () => withPage(pdfium, document, number, (handle) => readTextLayer(pdfium, handle)),
  });
  return {
    pageCount,
    page,
    close: () => {
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(memory);
    },
  };
}

async function pageImage(
  pdfium: Pdfium,
  document: number,
  number: number,
  picturesAsStored: boolean,
  limits: ImagingLimits,
): Promise<PageImage> {
  const scan = withPage(pdfium, document, number, (handle) => {
    const geometry = readGeometry(pdfium, handle);
    const pictures = findPictures(pdfium, handle, geometry);
    const huge = pictures.all.find(({ width, height }) => width * height > limits.pixels);
    if (huge !== undefined) {
      throw new FileProblemError(PROBLEMS.tooManyPixels(huge.width, huge.height, limits, number));
    }
    const jpeg = picturesAsStored && pictures.only !== null ? rawJpeg(pdfium, handle, pictures.only.object) : null;
    if (jpeg !== null && pictures.only?.placement) {
      return { geometry, jpeg, placement: pictures.only.placement };
    }
    return renderPage(pdfium, handle, geometry, pictures);
  });
  return 'jpeg' in scan ? decodePlacedJpeg(scan.jpeg, scan.geometry.paper, scan.placement, number, limits) : scan;
}

/** Runs `work` on a loaded page. A page that does not load, or that crashes PDFium, is a damaged page. */
function withPage<Result>(pdfium: Pdfium, document: number, number: number, work: (page: number) => Result): Result {
  try {
    const page = pdfium._FPDF_LoadPage(document, number - 1);
    if (page === 0) throw new FileProblemError(PROBLEMS.damaged(number));
    try {
      return work(page);
    } finally {
      pdfium._FPDF_ClosePage(page);
    }
  } catch (error) {
    if (error instanceof FileProblemError) throw error;
    if (error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError')) {
      discardPdfium();
      throw new FileProblemError(PROBLEMS.damaged(number));
    }
    throw error;
  }
}

function renderPage(pdfium: Pdfium, page: number, geometry: PageGeometry, pictures: PagePictures): PageImage {
  const { main } = pictures;
  const { paper } = geometry;
  const scanDpi = main === null || main.placement === null ? null : pictureDpi(main, main.placement, paper);
  // Vector print has no resolution of its own: it is as good as it is rendered.
  const size = workingSize(paper, scanDpi ?? Number.POSITIVE_INFINITY);
  const bytes = size.width * size.height * 3;
  const data = withMemory(pdfium, bytes, (pointer) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(size.width, size.height, BITMAP_BGR, pointer, size.width * 3);
    if (bitmap === 0) throw new RangeError('PDFium could not create a bitmap');
    try {
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, size.width, size.height, 0xffffffff);
      const flags = RENDER_ANNOTATIONS | RENDER_RED_FIRST;
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, size.width, size.height, 0, flags);
      return pdfium.HEAPU8.slice(pointer, pointer + bytes);
    } finally {
      pdfium._FPDFBitmap_Destroy(bitmap);
    }
  });
  return {
    raster: { width: size.width, height: size.height, channels: 3, data },
    paper,
    dpi: scanDpi ?? size.dpi,
    rasterDpi: size.dpi,
    bitonal: main !== null && pictures.all.length === 1 && main.bitsPerPixel === 1,
  };
}
