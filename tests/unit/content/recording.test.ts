import { expect, test } from 'vitest';
import { cleanRecording } from '#content/media/recording/recording.ts';
import { changeSound } from '#content/studio/lesson-sound-text.ts';
import { isSoundStale, spokenDigest } from '#domain/course/lesson-sound.ts';
import { browserWebm, oggOpus, phoneM4a, taggedMp3, told } from '../../support/recordings.ts';

test.each<[string, Buffer]>([
  ['mp3', taggedMp3()],
  ['m4a', phoneM4a()],
  ['webm', browserWebm()],
  ['ogg', oggOpus()],
])('a recording is known as %s by its bytes, and keeps nothing but the sound', (ending, bytes) => {
  const found = cleanRecording(bytes);
  if ('problem' in found) throw new Error(found.problem);
  expect(found.ending).toBe(ending);
  expect(found.bytes.includes(told)).toBe(false);
  expect(cleanRecording(found.bytes)).toEqual(found);
  // Places in these files are counted from their beginning.
  if (ending !== 'mp3') expect(found.bytes.length).toBe(bytes.length);
});

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'sound_missing'],
  ['a program', Buffer.from('MZ\x90\0 This program cannot be run'), 'sound_kind'],
  ['a program that says it is MP3', Buffer.from('ID3\x04\0\0\0\0\0\0#!/bin/sh'), 'sound_broken'],
  ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'sound_kind'],
  ['a film of a phone', phoneM4a({ film: true }), 'sound_picture'],
  ['a film of a browser', browserWebm({ film: true }), 'sound_picture'],
  ['a 3GP of an old phone', phoneM4a({ brand: '3gp4' }), 'sound_kind'],
  ['an MP4 without any track', Buffer.from('\0\0\0\x10ftypM4A \0\0\0\0'), 'sound_broken'],
  ['an Ogg that is no speech', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(60)]), 'sound_broken'],
  ['half an hour', Buffer.concat([taggedMp3(), Buffer.alloc(400 * 1024)]), 'sound_bytes'],
])('%s is refused', (_, bytes, problem) => {
  expect(cleanRecording(bytes)).toEqual({ problem });
});

test.each([
  ['mp3', taggedMp3()],
  ['m4a', phoneM4a()],
  ['webm', browserWebm()],
  ['ogg', oggOpus()],
])('%s that is cut off anywhere, or has a wrong byte, is no defect', (_, whole) => {
  for (let length = 0; length < whole.length; length++) {
    expect(() => cleanRecording(whole.subarray(0, length))).not.toThrow();
    const wrong = Buffer.from(new Uint8Array(whole));
    wrong[length] = (wrong[length] ?? 0) ^ 0xff;
    expect(() => cleanRecording(wrong)).not.toThrow();
  }
});

test('a recording is older than the text once its sentences are others, and not for anything else', () => {
  const lesson = { summary: 'Ringkas.', intinya: ['Satu.', 'Dua.', 'Tiga.'] };
  const sound = { file: 'rekaman.mp3', of: spokenDigest(lesson) };
  expect(isSoundStale({ ...lesson, sound })).toBe(false);
  expect(isSoundStale({ ...lesson, summary: 'Lain.', sound })).toBe(false);
  expect(isSoundStale({ ...lesson, intinya: ['Satu.', 'Dua.', 'Empat.'], sound })).toBe(true);
  expect(isSoundStale(lesson)).toBe(false);
});

test('the head of a lesson names its recording once, and every other byte stays', () => {
  const text = '---\ntitle: Uji\nsources: []\n---\n\nsound: bukan ini\n';
  const once = changeSound(text, { file: 'a.mp3', of: '1e5' });
  expect(once).toBe('---\ntitle: Uji\nsources: []\nsound: { file: a.mp3, of: "1e5" }\n---\n\nsound: bukan ini\n');
  expect(changeSound(once ?? '', { file: 'b.mp3', of: 'x' })).toBe(once?.replace('a.mp3', 'b.mp3').replace('1e5', 'x'));
  expect(changeSound(once ?? '', undefined)).toBe(text);
  const long = text.replace('sources', 'sound:\n  file: a.mp3\n  of: "x"\nsources');
  expect(changeSound(long, undefined)).toBe(text);
  expect(changeSound('tanpa kepala', undefined)).toBeUndefined();
});
