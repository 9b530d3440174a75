import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readContent } from '#content/read.ts';

/** The day that tests of content take for today. */
export const todayOn = '2026-11-24';

const reviewed = 'reviewed: { on: 2026-11-24, next: 2027-05-24 }';

/** As many words, ten at a time, as a lesson must have: nothing that a check looks for is in them. */
export const enoughWords = Array(50)
  .fill('Bu Tini mencatat belanja, lalu menghitung biaya satu bungkus keripik.')
  .join(' ');

/** The least content that has no fault: one course of one lesson, by path below `content/`. */
export const smallContent: Readonly<Record<string, string>> = {
  'houses.yaml':
    '- { id: kuripan, name: Rumah Belajar Kuripan, village: Kuripan, district: Watumalang, regency: Wonosobo }\n',
  'glossary.yaml': '- id: hpp\n  term: HPP\n  meaning: Biaya membuat satu barang.\n  sources: [B-HPP-1]\n',
  'contacts.yaml':
    '- id: sapa-129\n  name: SAPA\n  for: Melaporkan kekerasan.\n  phone: "129"\n  asOf: "2025-12"\n  place: dalam-negeri\n  source: B-HPP-1\n',
  'sources.yaml':
    'sources:\n  S1: { title: Buku, publisher: Penerbit, year: 2020 }\nfacts:\n  B-HPP-1: { sources: [S1], confidence: high }\n',
  'courses/up-202/course.yaml': `code: UP-202
title: Menghitung HPP
summary: Menghitung biaya.
pillar: usaha-produktif
audience: [purna]
outcomes: [Menghitung satu, Menghitung dua, Menghitung tiga]
lessons: [biaya]
assessment: ujian-akhir
completion: { lessons: all, gradeRatio: 0.75 }
sources: [B-HPP-1]
${reviewed}
`,
  'courses/up-202/biaya.mdx': `---
title: Biaya
summary: Anda dapat memilah biaya.
minutes: 20
sources: [B-HPP-1]
${reviewed}
---

Kata <Term id="hpp">HPP</Term> dan [kursus ini](../). ${enoughWords}

<Figure src="alur.svg" alt="Alur biaya" />

<Quiz id="biaya" />

## Langkah Anda minggu ini

Hitung.
`,
  'courses/up-202/biaya.quiz.yaml': `title: Latihan
mode: practice
pass: 0.7
shuffle: true
questions:
  - id: gas
    kind: single
    prompt: Gas termasuk biaya apa?
    choices:
      - { id: variabel, text: Biaya variabel }
      - { id: tetap, text: Biaya tetap }
    key: variabel
    rationale: Makin banyak batch, makin banyak gas.
    source: B-HPP-1
`,
  'courses/up-202/ujian-akhir.quiz.yaml': `title: Ujian
mode: assessment
pass: 0.75
shuffle: true
draw: 1
questions:
  - id: sewa
    kind: number
    prompt: Berapa sewa sebulan?
    key: 200000
    tolerance: 0
    rationale: Sewa tertulis di catatan.
`,
  'courses/up-202/alur.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 40"><text x="1" y="20">Biaya</text></svg>\n',
};

/** What a file becomes: its text changed, new text or bytes in its place, or nothing at all. */
export type Change = ((text: string) => string) | string | Uint8Array | null;

/** Reads the small content with some files changed, in a folder of its own. */
export async function readSmallContent(changes: Readonly<Record<string, Change>> = {}) {
  const root = makeSmallContent(changes);
  try {
    return await readContent(root, todayOn);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Writes the small content with some files changed into a folder of its own; whoever asked takes it away. */
export function makeSmallContent(changes: Readonly<Record<string, Change>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  for (const file of new Set([...Object.keys(smallContent), ...Object.keys(changes)])) {
    const change = changes[file] === undefined ? (smallContent[file] ?? '') : changes[file];
    if (change === null) continue;
    const path = join(root, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof change === 'function' ? change(smallContent[file] ?? '') : change);
  }
  return root;
}

/** A change that writes `to` where `from` stands; it must stand there. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`nothing to swap: ${from}`);
    return text.replace(from, to);
  };
}

/** A change that adds text at the end. */
export function add(more: string): (text: string) => string {
  return (text) => text + more;
}

/** `paths.yaml` with one path. */
export function onePath(courses: string): string {
  return `- { id: pulang, title: Pulang, summary: A, courses: [${courses}] }\n`;
}

/** `countries.yaml` with one country. */
export function oneCountry(aspect: string): string {
  return `- id: hong-kong\n  name: Hong Kong\n  ${aspect}\n`;
}

/** `countries.yaml` with two countries, the second of this id. */
export function twoCountries(second: string): string {
  return `${oneCountry('wage: { text: Upah., asOf: 2025, sources: [B-HPP-1] }')}- { id: ${second}, name: Taiwan }\n`;
}

/** One more question for a quiz file. */
export function oneQuestion(id: string, prompt: string): string {
  return `\n  - id: ${id}\n    kind: true-false\n    prompt: "${prompt}"\n    key: true\n    rationale: Sebab.\n`;
}

/** A change that leaves a lesson with so many words before its last part. */
export function ofWords(count: number): (text: string) => string {
  return swap(
    enoughWords,
    Array(count).fill('kata').join(' ').replaceAll('kata kata kata', 'kata kata kata.').replaceAll('. kata', '. Kata'),
  );
}
