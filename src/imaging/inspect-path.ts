import { readFile, stat } from 'node:fs/promises';
import { type ImagingTools, inspectFile } from './inspect-file.ts';
import type { FileInspection, FileProblem, InspectionRequest } from './inspection.ts';
import { IMAGING_LIMITS } from './limits.ts';
import { PROBLEMS } from './problem.ts';

/** Reads a file that may be absent, huge or no file at all, and inspects it. Special files are never opened. */
export async function inspectPath(
  path: string,
  request: InspectionRequest,
  tools: ImagingTools,
): Promise<FileInspection> {
  const limits = tools.limits ?? IMAGING_LIMITS;
  let bytes: Buffer;
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return unopened(path, 0, PROBLEMS.notAFile());
    if (entry.size > limits.bytes) return unopened(path, entry.size, PROBLEMS.tooLarge(entry.size, limits));
    bytes = await readFile(path);
  } catch (error) {
    return unopened(path, 0, isDenied(error) ? PROBLEMS.unreadable() : PROBLEMS.missing());
  }
  return inspectFile(bytes, path, request, tools);
}

/** `sha256` is empty: nothing was read. */
export function unopened(file: string, bytes: number, problem: FileProblem): FileInspection {
  return { file, sha256: '', bytes, mediaType: 'application/octet-stream', problem, pages: [] };
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
