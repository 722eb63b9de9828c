import { readFile } from 'node:fs/promises';
import { locateAttachment } from '../dossier/attachments.ts';
import type { LoadedDossier } from '../dossier/load.ts';
import { subjectName, subjectsOf } from '../dossier/subjects.ts';
import type { Lookups } from '../evidence/lookups.ts';
import type { FileInspection, InspectionRequest } from '../imaging/inspection.ts';
import { IMAGING_LIMITS } from '../imaging/limits.ts';
import { mediaTypeOf } from '../imaging/media-type.ts';
import type { OpenFile } from '../imaging/page-image.ts';
import { openPdf } from '../imaging/pdf/open.ts';
import { openPicture, PICTURE_TYPES } from '../imaging/picture.ts';
import { FileProblemError } from '../imaging/problem.ts';
import type { Raster } from '../imaging/raster.ts';
import { indexPortfolio } from '../portfolio/portfolio-index.ts';
import type { ExhibitSources } from './exhibits.ts';

export interface SourceOptions {
  readonly dossiers: readonly LoadedDossier[];
  readonly inspect: (dossier: LoadedDossier, file: string, request: InspectionRequest) => Promise<FileInspection>;
  /** Answers as they were given during the check; asking again must not ask the network again. */
  readonly lookupsFor: (dossier: LoadedDossier) => Lookups | undefined;
}

/** Exhibits from the files of dossiers and the answers of a check. */
export function exhibitSources({ dossiers, inspect, lookupsFor }: SourceOptions): ExhibitSources {
  const byPath = new Map(dossiers.map((dossier) => [dossier.path, dossier]));
  return {
    drawPage: async (path, attachment, page) => {
      const dossier = byPath.get(path);
      return dossier === undefined ? null : drawPage(dossier.folder, attachment, page);
    },
    inspect: async (path, attachment) => {
      const dossier = byPath.get(path);
      return dossier === undefined ? null : inspect(dossier, attachment, { quality: false, seals: true, text: true });
    },
    isIdentityDocument: (path, attachment) => {
      const declared = byPath.get(path)?.data.attachments?.find(({ file }) => file === attachment);
      return declared?.kind === 'id-card-front' || declared?.kind === 'id-card-back' || /身份证/u.test(attachment);
    },
    answer: async (path, kind, subject) => {
      const dossier = byPath.get(path);
      const domain = /^domain:(.+)$/u.exec(subject)?.[1];
      const lookups = dossier === undefined ? undefined : lookupsFor(dossier);
      if (kind !== 'whois' || domain === undefined || lookups === undefined) return null;
      const evidence = await lookups.registrant(domain);
      if (evidence.state === 'unknown') return null;
      return { source: evidence.source, at: evidence.at, text: evidence.value.raw };
    },
    layout: async (path, subject) => {
      const dossier = byPath.get(path);
      const lookups = dossier === undefined ? undefined : lookupsFor(dossier);
      if (dossier === undefined || lookups === undefined) return null;
      const website = subjectsOf(dossier.data, { path, index: indexPortfolio([]) }).find(
        (each) => subjectName(each) === subject,
      );
      if (website?.kind !== 'website') return null;
      const { url, homePage } = website.value;
      const shown = await (homePage === undefined ? lookups.layout(url) : lookups.savedLayout(homePage, url));
      if (shown === null || shown.state === 'unknown') return null;
      return { source: homePage ?? shown.value.url, at: homePage === undefined ? shown.at : '', layout: shown.value };
    },
  };
}

async function drawPage(folder: string, attachment: string, page: number): Promise<Raster | null> {
  const located = await locateAttachment(folder, attachment);
  if (located.state === 'absent') return null;
  let file: OpenFile | undefined;
  try {
    file = await openFile(await readFile(located.absolute));
    if (file === undefined || page < 1 || page > file.pageCount) return null;
    return (await file.page(page).image()).raster;
  } catch (error) {
    if (error instanceof FileProblemError) return null;
    throw error;
  } finally {
    file?.close();
  }
}

/** Opens what can be drawn; undefined for any other type of file. Throws FileProblemError for what the file holds. */
export async function openFile(bytes: Uint8Array): Promise<OpenFile | undefined> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === 'application/pdf') return openPdf(bytes, IMAGING_LIMITS);
  return PICTURE_TYPES.has(mediaType) ? openPicture(bytes, mediaType, IMAGING_LIMITS) : undefined;
}
