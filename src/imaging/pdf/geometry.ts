import { MM_PER_INCH, type Paper, paperOf } from '../paper.ts';
import type { Box } from '../raster.ts';
import { type Pdfium, readFloats, withMemory } from './pdfium.ts';

/** PDF user space: 72 units an inch, ISO 32000-1, 8.3.2.3. */
const POINTS_PER_INCH = 72;

export interface PageGeometry {
  readonly paper: Paper;
  /** Visible part of the page in user space, points. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** `/Rotate`, quarter turns clockwise. */
  readonly quarterTurns: number;
}

export function readGeometry(pdfium: Pdfium, page: number): PageGeometry {
  const displayed = { width: pdfium._FPDF_GetPageWidthF(page), height: pdfium._FPDF_GetPageHeightF(page) };
  const [left, top, right, bottom] = withMemory(pdfium, 16, (pointer) => {
    pdfium._FPDF_GetPageBoundingBox(page, pointer);
    return readFloats(pdfium, pointer, 4);
  });
  return {
    paper: paperOf(displayed.width, displayed.height, {
      width: (displayed.width / POINTS_PER_INCH) * MM_PER_INCH,
      height: (displayed.height / POINTS_PER_INCH) * MM_PER_INCH,
    }),
    left: left ?? 0,
    top: top ?? 0,
    width: (right ?? 0) - (left ?? 0) || 1,
    height: (top ?? 0) - (bottom ?? 0) || 1,
    quarterTurns: pdfium._FPDFPage_GetRotation(page),
  };
}

/** In user space, points, origin bottom left. */
export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A rectangle in user space as a box on the displayed page; it may reach over the edges. */
export function toDisplayed(geometry: PageGeometry, rectangle: Rectangle): Box {
  const box: Box = {
    x: (rectangle.left - geometry.left) / geometry.width,
    y: (geometry.top - rectangle.top) / geometry.height,
    width: (rectangle.right - rectangle.left) / geometry.width,
    height: (rectangle.top - rectangle.bottom) / geometry.height,
  };
  switch (geometry.quarterTurns) {
    case 1:
      return { x: 1 - box.y - box.height, y: box.x, width: box.height, height: box.width };
    case 2:
      return { x: 1 - box.x - box.width, y: 1 - box.y - box.height, width: box.width, height: box.height };
    case 3:
      return { x: box.y, y: 1 - box.x - box.width, width: box.height, height: box.width };
    default:
      return box;
  }
}
