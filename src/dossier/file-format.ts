import path from 'node:path';

interface FileFormat {
  readonly name: string;
  readonly endings: readonly string[];
}

const formats: Readonly<Record<string, FileFormat>> = {
  'application/pdf': { name: 'PDF', endings: ['.pdf'] },
  'image/jpeg': { name: 'JPEG', endings: ['.jpg', '.jpeg', '.jpe', '.jfif'] },
  'image/png': { name: 'PNG', endings: ['.png'] },
  'image/tiff': { name: 'TIFF', endings: ['.tif', '.tiff'] },
  'image/bmp': { name: 'BMP', endings: ['.bmp', '.dib'] },
  'image/gif': { name: 'GIF', endings: ['.gif'] },
  'image/webp': { name: 'WebP', endings: ['.webp'] },
  'image/heic': { name: 'HEIC', endings: ['.heic', '.heif'] },
  'image/avif': { name: 'AVIF', endings: ['.avif'] },
  'image/svg+xml': { name: 'SVG', endings: ['.svg'] },
  'application/ofd': { name: 'OFD', endings: ['.ofd'] },
  // One container for Word, Excel and PowerPoint up to 2003.
  'application/msword': { name: 'Office 97–2003', endings: ['.doc', '.xls', '.ppt', '.wps', '.et'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { name: 'Word', endings: ['.docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { name: 'Excel', endings: ['.xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    name: 'PowerPoint',
    endings: ['.pptx'],
  },
  'application/zip': { name: 'ZIP', endings: ['.zip'] },
  'application/vnd.rar': { name: 'RAR', endings: ['.rar'] },
  'application/x-7z-compressed': { name: '7z', endings: ['.7z'] },
  'text/html': { name: 'HTML', endings: ['.html', '.htm'] },
};

/** A file format as people call it: `PDF`; the media type itself when it is a rare one. */
export const formatName = (mediaType: string): string => formats[mediaType]?.name ?? mediaType;

/** Whether a name's ending is one of those that its content is given. Content that nobody knows fits no known ending. */
export function endingFits(file: string, mediaType: string): boolean {
  const ending = path.extname(file).toLowerCase();
  const own = formats[mediaType];
  if (own !== undefined) return own.endings.includes(ending);
  return !Object.values(formats).some(({ endings }) => endings.includes(ending));
}
