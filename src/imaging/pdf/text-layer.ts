import type { LayerLine, TextLayer } from '../page-image.ts';
import type { Box } from '../raster.ts';
import { type PageGeometry, type Rectangle, readGeometry, toDisplayed } from './geometry.ts';
import { OBJECT_LIMIT, PDF_OBJECT, type Pdfium, readDoubles, TEXT_INVISIBLE, withMemory } from './pdfium.ts';
import { findPictures, share } from './pictures.ts';

/** A dense page has 3000; text set thousands of times over would fill the memory. */
const MOST_CHARACTERS = 50_000;

/** null when the page states no text. */
export function readTextLayer(pdfium: Pdfium, page: number): TextLayer | null {
  const geometry = readGeometry(pdfium, page);
  const lines = readTextLines(pdfium, page, geometry);
  if (lines.length === 0) return null;
  const pictures = findPictures(pdfium, page, geometry);
  return {
    lines,
    visible: hasVisibleText(pdfium, page),
    pictureShare: Math.min(
      1,
      pictures.all.reduce((sum, picture) => sum + share(picture), 0),
    ),
  };
}

/** Text inside forms counts as visible: its mode is the page author's, not a scanner's. */
function hasVisibleText(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), OBJECT_LIMIT);
  for (let index = 0; index < count; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index);
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === PDF_OBJECT.form) return true;
    if (type === PDF_OBJECT.text && pdfium._FPDFTextObj_GetTextRenderMode(object) !== TEXT_INVISIBLE) return true;
  }
  return false;
}

function readTextLines(pdfium: Pdfium, page: number, geometry: PageGeometry): LayerLine[] {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  try {
    return withMemory(pdfium, 32, (pointer) => {
      const lines: LayerLine[] = [];
      let text = '';
      const boxes: Rectangle[] = [];
      const endLine = (): void => {
        if (text.trim() !== '' && boxes.length > 0) {
          lines.push({ text: text.trim(), box: clipToPage(toDisplayed(geometry, boundsOf(boxes))) });
        }
        text = '';
        boxes.length = 0;
      };
      const count = Math.min(pdfium._FPDFText_CountChars(textPage), MOST_CHARACTERS);
      for (let index = 0; index < count; index++) {
        const code = pdfium._FPDFText_GetUnicode(textPage, index);
        if (code === 0x0a || code === 0x0d) {
          endLine();
          continue;
        }
        // Halves of a surrogate pair come one by one and join again in the string.
        text += code > 0xffff ? String.fromCodePoint(Math.min(code, 0x10ffff)) : String.fromCharCode(code);
        if (code === 0x20) continue;
        const boxed = pdfium._FPDFText_GetCharBox(textPage, index, pointer, pointer + 8, pointer + 16, pointer + 24);
        if (boxed === 0) continue;
        const [left = 0, right = 0, bottom = 0, top = 0] = readDoubles(pdfium, pointer, 4);
        boxes.push({ left, right, bottom, top });
      }
      endLine();
      return lines;
    });
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

function boundsOf(boxes: readonly Rectangle[]): Rectangle {
  return boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  }));
}

function clipToPage(box: Box): Box {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const x = inside(box.x);
  const y = inside(box.y);
  return { x, y, width: inside(box.x + box.width) - x, height: inside(box.y + box.height) - y };
}
