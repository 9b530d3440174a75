import type { UrgentAnswer } from '#domain/search/urgent-answer.ts';
import { openUrgentNeeds, type UrgentNeeds } from '#domain/search/urgent.ts';
import { missingReaders } from '#domain/course/course.ts';
import { suggest } from '#domain/suggestion.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';

/** Chosen answers: lesson, section and contact exist, a number can be tapped, and what people type leads to its own need. */
export function lintUrgentAnswers(content: Content): readonly Fault[] {
  const { answers } = content;
  if (answers === undefined) return [];
  const { needs, alike } = answers.value;
  const found = openUrgentNeeds(needs, alike);
  const ids = needs.map(({ id }) => id);
  return needs.flatMap((need, at) => {
    const path = ['needs', at];
    const doubled = ids.indexOf(need.id) === at ? [] : [`id "${need.id}" sudah dipakai di atas. Pilih id lain.`];
    return [
      ...doubled.map((message) => faultAt(answers, [...path, 'id'], 'id-ganda', message)),
      ...lintPlace(content, answers, path, need),
      ...lintContact(content, answers, path, need),
      ...need.typed.flatMap((typed, index) => {
        const message = clashOf(found, need.id, typed);
        return message === undefined ? [] : [faultAt(answers, [...path, 'typed', index], 'jawaban-bentrok', message)];
      }),
    ];
  });
}

/** What is wrong with a phrase that another need claims too, or that leads elsewhere. */
function clashOf(found: UrgentNeeds, id: string, typed: string): string | undefined {
  const [first = id] = found.claiming(typed);
  if (first !== id) return `"${typed}" sudah menuju "${first}" dengan kata yang sama. Hapus di salah satu.`;
  const led = found.find(typed, () => true);
  if (led.includes(id)) return undefined;
  const elsewhere = led[0] === undefined ? '' : `, tetapi ke "${led[0]}"`;
  return `"${typed}" tidak menuju kebutuhan ini${elsewhere}. Tulis lebih jelas, atau hapus.`;
}

type Answers = Located<NonNullable<Content['answers']>['value']>;

function lintPlace(
  { courses, lessons }: Content,
  answers: Answers,
  path: readonly (string | number)[],
  { lesson, section }: UrgentAnswer,
): readonly Fault[] {
  if (lesson === undefined) {
    const message = '`section` hanya berguna bersama `lesson`. Tambahkan `lesson`, atau hapus.';
    return section === undefined ? [] : [faultAt(answers, [...path, 'section'], 'bagian-tidak-ada', message)];
  }
  const names = lessons.map(({ value }) => `${value.course}/${value.id}`);
  const body = lessons[names.indexOf(lesson)]?.body;
  if (body === undefined) {
    const message = `pelajaran "${lesson}" tidak ada.${suggest(lesson, names)}`;
    return [faultAt(answers, [...path, 'lesson'], 'pelajaran-tidak-ada', message)];
  }
  const course = courses.find(({ value }) => value.id === lesson.split('/')[0])?.value;
  if (course !== undefined && missingReaders(course).length > 0) {
    const message = `pelajaran "${lesson}" belum terbit: kursusnya masih menunggu pembaca. Pilih pelajaran lain, atau hapus.`;
    return [faultAt(answers, [...path, 'lesson'], 'pelajaran-tidak-ada', message)];
  }
  const headings = body.texts.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  if (section === undefined || headings.includes(section)) return [];
  const message = `bagian "${section}" tidak ada di pelajaran ${lesson}. Tulis persis seperti judul bagiannya.${suggest(section, headings)}`;
  return [faultAt(answers, [...path, 'section'], 'bagian-tidak-ada', message)];
}

function lintContact(
  { contacts }: Content,
  answers: Answers,
  path: readonly (string | number)[],
  { contact }: UrgentAnswer,
): readonly Fault[] {
  if (contacts === undefined) return [];
  const known = contacts.value.find(({ id }) => id === contact);
  if (known?.phone !== undefined || known?.whatsapp !== undefined) return [];
  const ids = contacts.value.map(({ id }) => id);
  const message =
    known === undefined
      ? `kontak "${contact}" tidak ada di content/contacts.yaml.${suggest(contact, ids)}`
      : `kontak "${contact}" tidak punya nomor telepon atau WhatsApp. Pilih yang bisa langsung dihubungi.`;
  return [faultAt(answers, [...path, 'contact'], 'kontak-tidak-ada', message)];
}
