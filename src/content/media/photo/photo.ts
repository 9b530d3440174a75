import { pictureEnding, pictureLimitBytes } from '#content/media/picture.ts';
import type { CleanedPicture } from './cleaned-picture.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

export interface Photo extends CleanedPicture {
  readonly ending: 'jpg' | 'png' | 'webp';
}

export type PhotoProblem =
  'photo_missing' | 'photo_kind' | 'photo_broken' | 'photo_moving' | 'photo_points' | 'photo_bytes';

/** What a phone of 2 GB unpacks without trouble; cameras take 4,032 × 3,024. */
const longestSide = 4096;
const mostPoints = 12_600_000;

const cleaners = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp };

/**
 * Looks at the bytes of a photo, never at its name, and takes out what tells of more than what is seen. The picture itself is
 * copied, not unpacked, so that no file can unpack to a gigabyte here, and none loses quality.
 */
export function cleanPhoto(bytes: Buffer): Photo | { readonly problem: PhotoProblem } {
  if (bytes.length === 0) return { problem: 'photo_missing' };
  const ending = pictureEnding(bytes);
  if (ending === undefined || ending === 'gif') return { problem: 'photo_kind' };
  const cleaned = cleaners[ending](bytes);
  if (cleaned === 'moving') return { problem: 'photo_moving' };
  if (cleaned === undefined) return { problem: 'photo_broken' };
  const { width, height } = cleaned;
  if (Math.max(width, height) > longestSide || width * height > mostPoints) return { problem: 'photo_points' };
  if (width === 0 || height === 0) return { problem: 'photo_broken' };
  return cleaned.bytes.length > pictureLimitBytes ? { problem: 'photo_bytes' } : { ...cleaned, ending };
}
