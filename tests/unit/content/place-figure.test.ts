import { expect, test } from 'vitest';
import { listSections, placeFigure } from '#content/studio/place-figure.ts';

const lesson = '---\ntitle: Uji\n---\n\nAwal.\n\n## Satu\n\nIsi satu.\n\n## Dua\n\nIsi dua.\n\n<Quiz id="uji" />\n';
const figure = { file: 'timbangan.jpg', alt: 'Timbangan "dapur" & keripik\ndi baskom', caption: '' };
const written = '<Figure src="timbangan.jpg" alt="Timbangan &quot;dapur&quot; &amp; keripik di baskom" />';

test('a picture stands at the end of the section that was chosen, and every other byte stays', () => {
  expect(listSections(lesson)).toEqual(['Satu', 'Dua']);
  const at = [-1, 0, 1].map((section) => placeFigure(lesson, section, figure));
  expect(at).toEqual([
    lesson.replace('## Satu', `${written}\n\n## Satu`),
    lesson.replace('## Dua', `${written}\n\n## Dua`),
    lesson.replace('<Quiz', `${written}\n\n<Quiz`),
  ]);
});

test('a lesson without sections or practice gets it at its end', () => {
  expect(placeFigure('Satu kalimat.', -1, { ...figure, alt: 'a', caption: 'b' })).toBe(
    'Satu kalimat.\n\n<Figure src="timbangan.jpg" alt="a" caption="b" />\n',
  );
});
