import type { Collector } from '../collector.ts';
import { known, unknown } from '../evidence.ts';

export const digests: Collector<'digests'> = {
  subjects: ['dossier'],
  key: () => '',
  collect: async (_subject, { dossier, inspect }) => {
    const files = (dossier.data.attachments ?? []).map(({ file }) => file);
    const seen = await Promise.all(
      [...new Set(files)].map(async (file) => [file, (await inspect(file)).sha256] as const),
    );
    const read = seen.filter(([, digest]) => digest !== '');
    if (files.length > 0 && read.length === 0) return unknown('unreadable', files.join(', '));
    return known(new Map(read), { source: dossier.path });
  },
};
