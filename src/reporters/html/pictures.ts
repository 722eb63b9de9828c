import { createHash } from 'node:crypto';
import type { Exhibit, Exhibits, Picture } from '../../report/exhibit.ts';

/** Pictures beyond this many bytes leave the page and go into files beside it, which browsers load when scrolled to. */
const inlineLimit = 20 * 1024 * 1024;

/** Gives each picture an address: inside the page, or in the folder beside it when they are many. */
export class Pictures {
  readonly #folder: string | null;
  readonly #files: ReadonlyMap<Picture, string>;

  constructor(exhibits: Exhibits | undefined, companionFolder: string | undefined) {
    const pictures = [...distinct(exhibits)];
    const size = pictures.reduce((sum, { bytes }) => sum + (bytes.length * 4) / 3, 0);
    this.#folder = companionFolder !== undefined && size > inlineLimit ? companionFolder : null;
    this.#files = new Map(this.#folder === null ? [] : pictures.map((picture) => [picture, fileName(picture)]));
  }

  address(picture: Picture): string {
    const name = this.#files.get(picture);
    if (this.#folder === null || name === undefined)
      return `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
    return `${encodeURIComponent(this.#folder)}/${name}`;
  }

  get areFiles(): boolean {
    return this.#folder !== null;
  }

  /** Where the page may load pictures from, in the words of a content security policy. */
  get policy(): string {
    return !this.areFiles ? 'data:' : "data: 'self' file:";
  }

  /** Files that must lie beside the page. */
  get companions(): readonly { readonly name: string; readonly content: Uint8Array }[] {
    return [...new Map([...this.#files].map(([{ bytes }, name]) => [name, bytes]))].map(([name, content]) => ({
      name,
      content,
    }));
  }
}

/** By content: a picture of an earlier report is never replaced by another one. */
const fileName = ({ bytes, mediaType }: Picture) =>
  `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${mediaType.slice('image/'.length)}`;

function distinct(exhibits: Exhibits | undefined): Set<Picture> {
  const found = new Set<Picture>();
  for (const dossier of exhibits?.values() ?? [])
    for (const list of dossier.values())
      for (const exhibit of list) for (const picture of picturesOf(exhibit)) found.add(picture);
  return found;
}

function picturesOf(exhibit: Exhibit): Picture[] {
  if (exhibit.kind === 'seal' || exhibit.kind === 'screenshot') return [exhibit.picture];
  if (exhibit.kind !== 'page') return [];
  return exhibit.detail === null ? [exhibit.overview] : [exhibit.overview, exhibit.detail];
}
