import sharp from 'sharp';

/** A page of invented print: cells of strokes in lines, as dense as Chinese body text. No font is needed. */
export interface DrawnPage {
  /** Dots per inch, 120 unless said; the page is A4. */
  readonly dpi?: number;
  readonly lines?: number;
  /** Different seeds, different print. */
  readonly seed?: number;
  readonly paper?: string;
  readonly ink?: string;
  /** Degrees clockwise. */
  readonly skew?: number;
  /** Millimetres. */
  readonly characterMm?: number;
  /** Moves the print to the right, millimetres. */
  readonly shiftMm?: number;
  /** More SVG on top, in units of millimetres. */
  readonly overlay?: string;
  /** Sigma in pixels. */
  readonly blur?: number;
}

export const A4 = { widthMm: 210, heightMm: 297 } as const;

export function drawnPage(page: DrawnPage = {}): Promise<Buffer> {
  const dpi = page.dpi ?? 120;
  const size = { width: Math.round((A4.widthMm / 25.4) * dpi), height: Math.round((A4.heightMm / 25.4) * dpi) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${A4.widthMm} ${A4.heightMm}">
    <rect width="210" height="297" fill="${page.paper ?? '#ffffff'}"/>
    <g transform="translate(${page.shiftMm ?? 0} 0) rotate(${page.skew ?? 0} 105 148.5)" fill="${page.ink ?? '#1a1a1a'}">${print(page)}</g>
    ${page.overlay ?? ''}</svg>`;
  const drawn = sharp(Buffer.from(svg), { limitInputPixels: false }).flatten({ background: '#ffffff' });
  return (page.blur === undefined ? drawn : drawn.blur(page.blur)).png({ compressionLevel: 1 }).toBuffer();
}

/** A ring of 40 mm with a disc inside, in a red of the given opacity. */
export function redSeal(opacity: number, x = 150, y = 230): string {
  return `<g opacity="${opacity}"><circle cx="${x}" cy="${y}" r="19.5" fill="none" stroke="#d9001b" stroke-width="1.1"/><circle cx="${x}" cy="${y}" r="6" fill="#d9001b"/></g>`;
}

function print({ lines = 28, seed = 1, characterMm = 3.7 }: DrawnPage): string {
  const random = generator(seed);
  const strokes: string[] = [];
  const pitch = characterMm * 1.08;
  for (let line = 0; line < lines; line++) {
    const top = 25 + line * characterMm * 2;
    // The last line of a paragraph is short.
    const width = line % 6 === 5 ? 40 + random() * 60 : 160;
    for (let left = 25; left + characterMm < 25 + width; left += pitch) {
      for (let stroke = 0; stroke < 6; stroke++) {
        const upright = random() < 0.45;
        const long = characterMm * (0.35 + 0.6 * random());
        const thin = characterMm * 0.09;
        const x = left + random() * (characterMm - (upright ? thin : long));
        const y = top + random() * (characterMm - (upright ? long : thin));
        strokes.push(rectangle(x, y, upright ? thin : long, upright ? long : thin));
      }
    }
  }
  // One path: a page of small print is drawn in a tenth of the time that thousands of rectangles take.
  return `<path d="${strokes.join('')}"/>`;
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(3)} ${y.toFixed(3)}h${width.toFixed(3)}v${height.toFixed(3)}h${(-width).toFixed(3)}z`;

/** Numerical Recipes' linear congruential generator; 0 to 1. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
