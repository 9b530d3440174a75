import { smallContent } from './small-content.ts';

export const healthReader = '{ as: tenaga kesehatan, who: Bidan contoh, on: 2026-11-20 }';
export const womensReader = '{ as: layanan perempuan, who: Petugas contoh, on: 2026-11-21 }';

/** A second small course, OP-105, that must be read by two kinds of people; `readers` are those who did. */
export function waitingCourse(readers: readonly string[]): Readonly<Record<string, string>> {
  const copies = Object.entries(smallContent).flatMap(([file, text]) =>
    file.startsWith('courses/up-202/') ? [[file.replace('up-202', 'op-105'), text.replace('UP-202', 'OP-105')]] : [],
  );
  const files = Object.fromEntries(copies) as Record<string, string>;
  const readBy = readers.length === 0 ? '' : `readBy:\n${readers.map((reader) => `  - ${reader}\n`).join('')}`;
  return {
    ...files,
    'courses/op-105/course.yaml': `${files['courses/op-105/course.yaml'] ?? ''}needsReaders: [tenaga kesehatan, layanan perempuan]\n${readBy}`,
    'courses/op-105/panduan.mdx': `---
title: Panduan tubuh
summary: Cara memimpin.
minutes: 30
sources: []
audience: pelatih
reviewed: { on: 2026-11-01, next: 2027-05-01 }
---

Pelan-pelan saja.
`,
  };
}
