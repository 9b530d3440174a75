import { expect, it } from 'vitest';
import { findNeededFiles } from '#release/packs/needed-files.ts';

const files: Readonly<Record<string, string>> = {
  'kursus/a/hpp/index.html':
    '<script src="/_astro/later.q1.js"></script><work-sheet class="worksheet" data-kind="hpp">',
  'kursus/b/kas/index.html':
    '<script src="/_astro/later.q1.js"></script><work-sheet class="worksheet" data-kind="buku-kas"><img src="/_astro/hpp.z9.svg">',
  'kursus/c/baca/index.html': '<link rel="stylesheet" href="/_astro/page.s1.css">',
  '_astro/later.q1.js': 'hpp:()=>import("./hpp.q2.js"),kas:()=>import("./buku-kas.q3.js"),n=["./balance.q4.js"]',
  '_astro/hpp.q2.js': 'import"./sum.q5.js"',
  '_astro/hpp.z9.svg': '<svg/>',
  '_astro/buku-kas.q3.js': 'import"./balance.q4.js"',
  '_astro/balance.q4.js': '',
  '_astro/sum.q5.js': '',
  '_astro/page.s1.css': '',
};
const neededBy = (page: string) => [...findNeededFiles([page], (path) => files[path])].sort();

it('follows scripts to the arithmetic of the sheets that the pages hold, and of no other', () => {
  expect(neededBy('kursus/a/hpp/index.html')).toEqual([
    '_astro/balance.q4.js',
    '_astro/hpp.q2.js',
    '_astro/later.q1.js',
    '_astro/sum.q5.js',
  ]);
  expect(neededBy('kursus/b/kas/index.html')).toEqual([
    '_astro/balance.q4.js',
    '_astro/buku-kas.q3.js',
    '_astro/hpp.z9.svg',
    '_astro/later.q1.js',
  ]);
});

it('brings what a page without a sheet names', () => {
  expect(neededBy('kursus/c/baca/index.html')).toEqual(['_astro/page.s1.css']);
});
