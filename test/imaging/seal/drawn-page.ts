import sharp from 'sharp';
import type { Raster } from '../../../src/imaging/raster.ts';

/** Pixels of an SVG picture. No text in it: tests must not depend on the machine's fonts. */
export async function drawnPage(width: number, height: number, content: string, paper = '#fdfcf8'): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>${content}</svg>`;
  const { data } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, channels: 3, data: new Uint8Array(data) };
}

/** Strokes that fill a character's square, about as dense as a printed character. */
function character(side: number): string {
  const half = side / 2;
  const stroke = `stroke-width="${side * 0.11}"`;
  return [
    `<path d="M${-half} ${-half * 0.7}H${half}M${-half * 0.8} 0H${half * 0.8}M${-half} ${half * 0.8}H${half}M0 ${-half}V${half}M${-half * 0.6} ${-half * 0.2}V${half * 0.8}" ${stroke} fill="none"/>`,
  ].join('');
}

export interface DrawnSeal {
  readonly cx: number;
  readonly cy: number;
  readonly a: number;
  readonly b?: number;
  readonly colour?: string;
  readonly opacity?: number;
  readonly turn?: number;
  readonly characters?: number;
}

/** A rim with characters on an arc of 250° and a star. */
export function ringSeal({
  cx,
  cy,
  a,
  b = a,
  colour = '#c8161d',
  opacity = 1,
  turn = 0,
  characters = 12,
}: DrawnSeal): string {
  const glyphs = Array.from({ length: characters }, (_, k) => {
    const angle = ((k / (characters - 1)) * 250 - 125) * (Math.PI / 180);
    const x = a * 0.74 * Math.sin(angle);
    const y = -b * 0.74 * Math.cos(angle);
    return `<g transform="translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})">${character(b * 0.24)}</g>`;
  });
  const star = Array.from({ length: 10 }, (_, k) => {
    const radius = b * (k % 2 === 0 ? 0.3 : 0.115);
    return `${radius * Math.sin((k * Math.PI) / 5)},${-radius * Math.cos((k * Math.PI) / 5)}`;
  });
  return `<g transform="translate(${cx} ${cy}) rotate(${turn})" opacity="${opacity}" stroke="${colour}" fill="${colour}"><ellipse rx="${a}" ry="${b}" fill="none" stroke-width="${b * 0.06}"/>${glyphs.join('')}<polygon points="${star.join(' ')}" stroke="none"/></g>`;
}

/** A frame with characters in rows and columns. */
export function framedSeal(options: {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly columns: number;
  readonly colour?: string;
  readonly turn?: number;
}): string {
  const { cx, cy, width, height, rows, columns, colour = '#c8161d', turn = 0 } = options;
  const cell = { width: (width * 0.88) / columns, height: (height * 0.84) / rows };
  const glyphs = Array.from({ length: rows * columns }, (_, k) => {
    const x = ((k % columns) + 0.5) * cell.width - (width * 0.88) / 2;
    const y = (Math.floor(k / columns) + 0.5) * cell.height - (height * 0.84) / 2;
    return `<g transform="translate(${x} ${y})">${character(Math.min(cell.width, cell.height) * 0.86)}</g>`;
  });
  return `<g transform="translate(${cx} ${cy}) rotate(${turn})" stroke="${colour}" fill="none"><rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" stroke-width="${height * 0.05}"/>${glyphs.join('')}</g>`;
}

/** Rows of black print over the page. */
export function printedText(width: number, height: number): string {
  const rows: string[] = [];
  for (let y = 120; y < height - 120; y += 44) {
    for (let x = 120; x < width - 120; x += 26) {
      rows.push(`<g transform="translate(${x} ${y})" stroke="#1a1a1a">${character(20)}</g>`);
    }
  }
  return rows.join('');
}
