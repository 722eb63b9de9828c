import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import thisProcess from 'node:process';
import sharp from 'sharp';
import { inspectPath } from './inspect-path.ts';
import type { FileInspection, InspectionRequest } from './inspection.ts';
import type { ImagingLimits } from './limits.ts';
import type { OcrChoice } from './ocr/choose.ts';
import { createTools } from './ocr-tools.ts';

/** One file to look at. Plain data: it crosses a process boundary. */
export interface InspectionTask {
  readonly path: string;
  readonly request: InspectionRequest;
  readonly ocr: OcrChoice;
  readonly limits: ImagingLimits;
}

/** A failure is ours, never the file's: what is wrong with a file is in its inspection. */
export type InspectionAnswer = { readonly residentBytes: number } & (
  | { readonly inspection: FileInspection }
  | { readonly failure: { readonly name: string; readonly message: string } }
);

// tesseract prints statistics and a crash prints its stack; neither belongs into a report or on a clerk's screen. The
// lowest free descriptor is the one just closed.
for (const descriptor of [1, 2]) {
  closeSync(descriptor);
  openSync(devNull, 'w');
}

// Workers decode side by side; libvips needs no threads of its own, and keeps nothing of a page that is done.
sharp.concurrency(1);
sharp.cache(false);

// An engine's own thread would keep this process alive after the program that started it is gone.
thisProcess.once('disconnect', () => thisProcess.exit());

const tools = new Map<OcrChoice, ReturnType<typeof createTools>>();

/** Answers once everything is loaded, so that a broken installation is told apart from a file that crashes the reader. */
export function ready(): true {
  return true;
}

export default async function inspect({ path, request, ocr, limits }: InspectionTask): Promise<InspectionAnswer> {
  const toolset = tools.get(ocr) ?? createTools(ocr);
  tools.set(ocr, toolset);
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const inspection = await inspectPath(path, request, { ...toolset, limits, signal });
    return { inspection, residentBytes: thisProcess.memoryUsage.rss() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { failure: { name, message }, residentBytes: thisProcess.memoryUsage.rss() };
  }
}
