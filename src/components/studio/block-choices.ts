import { sheets } from '#components/worksheet/all-sheets.ts';
import type { Preview } from '#domain/course/entries.ts';
import { blockMessages as say } from '#messages/studio-blocks.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen in the form of a box, by `<box>.<attribute>`. */
export function blockChoices(entries: Preview['entries'], course: string): Readonly<Record<string, readonly Choice[]>> {
  return {
    'Note.kind': choicesOf(say.noteKinds),
    'Countries.aspect': choicesOf(say.aspects),
    'Worksheet.kind': Object.entries(sheets).map(([value, { title }]) => ({ value, label: title })),
    'Quiz.id': entries.quizzes.flatMap(({ data }) =>
      data.course === course && data.mode === 'practice' ? [{ value: data.id, label: data.title }] : [],
    ),
    'Country.id': entries.countries.map(({ id, data }) => ({ value: id, label: data.name })),
    'Contact.id': entries.contacts.map(({ id, data }) => ({ value: id, label: data.name })),
  };
}

/** The terms of the glossary, by their words. */
export function termChoices({ glossary }: Preview['entries']): readonly Choice[] {
  return glossary
    .map(({ id, data }) => ({ value: id, label: data.term }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'id'));
}

function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
