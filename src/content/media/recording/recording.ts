import { soundLimits } from '#domain/studio/sound.ts';
import { cleanMp3, isMp3 } from './mp3.ts';
import { cleanMp4, isMp4 } from './mp4.ts';
import { cleanWebm, isWebm } from './webm.ts';

/** Largest sound in bytes: forty seconds of MP3, ninety of what phones record with; what prepaid data still bears. */
export const soundLimitBytes = soundLimits.bytes;

export interface Recording {
  readonly ending: 'mp3' | 'm4a' | 'ogg' | 'webm';
  readonly bytes: Buffer;
}

export type RecordingProblem = 'sound_missing' | 'sound_kind' | 'sound_picture' | 'sound_broken' | 'sound_bytes';

const kinds = [
  { ending: 'mp3', is: isMp3, clean: cleanMp3 },
  { ending: 'm4a', is: isMp4, clean: cleanMp4 },
  { ending: 'webm', is: isWebm, clean: cleanWebm },
  { ending: 'ogg', is: isOgg, clean: (bytes: Buffer) => (hasSpeech(bytes) ? bytes : undefined) },
] as const;

/** What a sound is, by its first bytes; undefined when it is none that a page may play. */
export function soundEnding(bytes: Uint8Array): Recording['ending'] | undefined {
  return kinds.find(({ is }) => is(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))?.ending;
}

/** Looks at the bytes of a recording, never at its name, and takes out words and places that phones write beside the sound. */
export function cleanRecording(bytes: Buffer): Recording | { readonly problem: RecordingProblem } {
  if (bytes.length === 0) return { problem: 'sound_missing' };
  const kind = kinds.find(({ is }) => is(bytes));
  if (kind === undefined) return { problem: 'sound_kind' };
  const cleaned = kind.clean(bytes);
  if (cleaned === 'picture') return { problem: 'sound_picture' };
  if (cleaned === undefined) return { problem: 'sound_broken' };
  return cleaned.length > soundLimitBytes ? { problem: 'sound_bytes' } : { ending: kind.ending, bytes: cleaned };
}

/** Opus or Vorbis in the first page. */
function isOgg(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'OggS';
}

function hasSpeech(bytes: Buffer): boolean {
  const first = bytes.subarray(28, 36).toString('latin1');
  return first === 'OpusHead' || first.startsWith('\x01vorbis');
}
