import type { QuestionEditor } from './field.ts';

/** A case has a story; its questions have forms of their own. */
export const caseEditor: QuestionEditor = {
  title: 'Kasus',
  purpose: 'Satu cerita dengan beberapa soal.',
  fields: [
    { control: 'text', name: 'story', label: 'Cerita', hint: 'Paling banyak 120 kata.', limit: 1200, lines: 6 },
    { control: 'text', name: 'rationale', label: 'Yang dipelajari dari kasus ini', limit: 800, lines: 3 },
    { control: 'lesson', name: 'read', label: 'Pelajaran untuk dibaca lagi', isOptional: true },
    { control: 'text', name: 'source', label: 'Kode fakta', limit: 40, isOptional: true },
  ],
};
