import { resolveAddress } from '@fairlead/sdk/channel';
import type { Attachment } from './feed.ts';
import type { XmlNode } from './xml-reader.ts';

const mostAttachments = 64;

const endings: Readonly<Record<string, Attachment['kind']>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  avif: 'image',
  svg: 'image',
  mp4: 'video',
  webm: 'video',
  mov: 'video',
  m4v: 'video',
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  opus: 'audio',
  wav: 'audio',
};

/** What a feed says of a file, in the words of whichever format. */
export interface NamedFile {
  readonly address: string | undefined;
  readonly base: string;
  readonly mediaType?: string | undefined;
  /** Media RSS: image, video, audio, document, executable. */
  readonly medium?: string | undefined;
  readonly size?: string | number | undefined;
  readonly name?: string | undefined;
}

/** Undefined when the address is none. */
export function toAttachment(file: NamedFile): Attachment | undefined {
  const url = resolveAddress(file.address, file.base);
  if (url === undefined) return undefined;
  const mediaType = file.mediaType?.trim().slice(0, 127) ?? '';
  const sizeBytes = Number(file.size ?? Number.NaN);
  const name = file.name?.trim().slice(0, 255).toWellFormed() ?? '';
  return {
    kind: kindOf(mediaType, file.medium, url),
    url,
    ...(mediaType === '' ? {} : { mediaType: mediaType.toWellFormed() }),
    ...(Number.isSafeInteger(sizeBytes) && sizeBytes > 0 ? { sizeBytes } : {}),
    ...(name === '' ? {} : { name }),
  };
}

function kindOf(mediaType: string, medium: string | undefined, url: string): Attachment['kind'] {
  for (const said of [medium, mediaType.split('/')[0]?.toLowerCase()]) {
    if (said === 'image' || said === 'video' || said === 'audio') return said;
  }
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return endings[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'document';
}

/** Enclosures, Media RSS and pictures of one item, each address once. */
export function attachmentsOf(item: XmlNode, images: readonly string[]): readonly Attachment[] {
  const files = mediaFiles(item.children);
  const pictures = images.map((address) => ({ address, base: item.base, medium: 'image' }));
  return collect([...files, ...pictures]);
}

export function collect(files: readonly NamedFile[]): readonly Attachment[] {
  const byAddress = new Map<string, Attachment>();
  for (const file of files) {
    const attachment = toAttachment(file);
    if (attachment?.url === undefined || byAddress.has(attachment.url)) continue;
    byAddress.set(attachment.url, attachment);
    if (byAddress.size >= mostAttachments) break;
  }
  return [...byAddress.values()];
}

/** https://www.rssboard.org/media-rss and the enclosures of RSS 2.0 and Atom. */
function mediaFiles(nodes: readonly XmlNode[]): NamedFile[] {
  const files: NamedFile[] = [];
  const thumbnails: NamedFile[] = [];
  for (const { name, attributes, base, children } of nodes) {
    if (name === 'media:group') files.push(...mediaFiles(children));
    const mediaType = attributes['type'];
    if (name === 'enclosure') files.push({ address: attributes['url'], base, mediaType, size: attributes['length'] });
    else if (name === 'atom:link' && attributes['rel'] === 'enclosure') {
      const { href, length, title } = attributes;
      files.push({ address: href, base, mediaType, size: length, name: title });
    } else if (name === 'media:content') {
      const { url, medium, fileSize } = attributes;
      files.push({ address: url, base, mediaType, medium, size: fileSize });
    } else if (name === 'media:thumbnail') {
      thumbnails.push({ address: attributes['url'], base, medium: 'image' });
    }
  }
  return files.length > 0 ? files : thumbnails;
}
