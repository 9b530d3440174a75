import { courseFile, courseFolder, lessonFile, listNames, quizFile } from '#domain/content-path.ts';
import type { ComponentUse, Content, LocatedGuide, LocatedLesson } from '#domain/lint/content.ts';
import { lintFactIds } from '#domain/lint/facts.ts';
import { type Fault, faultAt, faultIn, fileStart } from '#domain/lint/fault.ts';
import { readLink } from './links.ts';
import { suggest } from '#domain/suggestion.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

/** What lessons and guides point at, and what may not stand in prose. */
export function lintLessons(content: Content): readonly Fault[] {
  return [
    ...content.lessons.flatMap((lesson) => [...lintPractice(content, lesson), ...lintProse(content, lesson)]),
    ...content.guides.flatMap((guide) => [...lintGuide(content, guide), ...lintProse(content, guide)]),
  ];
}

function lintProse(content: Content, lesson: LocatedLesson): readonly Fault[] {
  return [
    ...lesson.body.components.flatMap((use) => lintReference(content, lesson, use)),
    ...lintLinks(content, lesson),
    ...lintPhones(lesson),
    ...lintFactIds(content, lesson, ['sources'], lesson.value.sources),
  ];
}

/** A guide stands in a course's folder and holds no practice: nobody answers there. */
function lintGuide({ files }: Content, guide: LocatedGuide): readonly Fault[] {
  const practice = guide.body.components.find(({ name }) => name === 'Quiz');
  const message = 'panduan pelatih tidak memasang latihan. Hapus baris ini, dan tulis soalnya sebagai bahan bahasan.';
  const stray = `panduan ini tidak punya kursus. Buat ${courseFile(guide.value.course)}, atau pindahkan berkasnya.`;
  return [
    ...(practice === undefined ? [] : [faultIn(guide.file, practice, 'latihan-di-panduan', message)]),
    ...(files.includes(courseFile(guide.value.course))
      ? []
      : [faultIn(guide.file, fileStart, 'panduan-tanpa-kursus', stray)]),
  ];
}

/** Every lesson embeds exactly one practice of its course. */
function lintPractice({ files, quizzes }: Content, lesson: LocatedLesson): readonly Fault[] {
  const { course, id } = lesson.value;
  const [first, ...more] = lesson.body.components.filter(({ name }) => name === 'Quiz');
  if (first === undefined) {
    const message = `pelajaran belum punya latihan. Tulis <Quiz id="${id}" /> di dekat akhir.`;
    return [faultIn(lesson.file, fileStart, 'latihan-belum-dipasang', message)];
  }
  const faults = more.map((use) =>
    faultIn(lesson.file, use, 'latihan-lebih-dari-satu', 'satu pelajaran memasang satu latihan. Hapus yang ini.'),
  );
  const quizId = first.attributes.id;
  if (quizId === undefined) return faults;
  if (!files.includes(quizFile(course, quizId))) {
    const near = suggest(quizId, listNames(files, course, '.quiz.yaml'));
    const message = `latihan "${quizId}" tidak ada di folder ini.${near} Buat ${quizId}.quiz.yaml, atau perbaiki id.`;
    return [...faults, faultIn(lesson.file, first, 'latihan-tidak-ada', message)];
  }
  const quiz = quizzes.find(({ value }) => value.course === course && value.id === quizId);
  if (quiz === undefined || quiz.value.mode === 'practice') return faults;
  const message = `"${quizId}" adalah ujian; pelajaran hanya memasang latihan (mode: practice).`;
  return [...faults, faultIn(lesson.file, first, 'ujian-dipasang-di-pelajaran', message)];
}

/** Terms, contacts, countries and drawings exist. */
function lintReference(content: Content, lesson: LocatedLesson, use: ComponentUse): readonly Fault[] {
  const { id, src } = use.attributes;
  if (use.name === 'Figure' && src !== undefined) {
    const folder = courseFolder(lesson.value.course);
    if (/\.(?:svg|png|jpg|gif|webp)$/.test(src) && content.files.includes(folder + src)) return [];
    const known = content.files.flatMap((file) => (file.startsWith(folder) ? file.slice(folder.length) : []));
    const message = `gambar "${src}" tidak ada di ${folder}.${suggest(src, known)} Taruh berkasnya di sana, atau perbaiki src.`;
    return [faultIn(lesson.file, use, 'gambar-tidak-ada', message)];
  }
  const list = listsById(content)[use.name];
  if (list?.entries === undefined || id === undefined || list.entries.some((entry) => entry.id === id)) return [];
  const maybe = suggest(
    id,
    list.entries.map((entry) => entry.id),
  );
  const message = `${list.noun} "${id}" belum ada di ${list.file}.${maybe} Tambahkan, atau perbaiki id.`;
  return [faultIn(lesson.file, use, `${list.noun}-tidak-ada`, message)];
}

interface ListById {
  readonly noun: 'istilah' | 'kontak' | 'negara';
  readonly file: string;
  /** Undefined when the list itself could not be read. */
  readonly entries: readonly { readonly id: string }[] | undefined;
}

/** By the box that names an entry of it. */
function listsById({ glossary, contacts, countries }: Content): Readonly<Record<string, ListById>> {
  return {
    Term: { noun: 'istilah', file: 'content/glossary.yaml', entries: glossary?.value },
    Contact: { noun: 'kontak', file: 'content/contacts.yaml', entries: contacts?.value },
    Country: { noun: 'negara', file: 'content/countries.yaml', entries: countries?.value },
  };
}

const fixedPages = ['/', '/kursus/', '/cari/', '/bantuan/', '/privasi/', '/masuk/', '/saya/'];

/** Links into the site lead to a page that there is. */
function lintLinks({ files, paths }: Content, lesson: LocatedLesson): readonly Fault[] {
  const { course, id } = lesson.value;
  const pages = [...fixedPages, ...(paths?.value ?? []).map((path) => `/jalur/${path.id}/`)];
  return lesson.body.links.flatMap((link) => {
    const target = readLink(link.address, `/kursus/${course}/${id}/`);
    if (target.kind === 'phone') return faultIn(lesson.file, link, 'nomor-telepon', phoneMessage(link.address));
    if (target.kind !== 'inside' || pages.includes(target.path) || leadsToContent(files, target.path)) return [];
    const slash = leadsToContent(files, `${target.path}/`) || pages.includes(`${target.path}/`);
    const message = slash
      ? `alamat "${link.address}" harus diakhiri garis miring: ${link.address}/.`
      : `tautan "${link.address}" menuju halaman yang tidak ada. Pelajaran lain ditulis ../nama-pelajaran/.`;
    return faultIn(lesson.file, link, 'tautan-putus', message);
  });
}

function leadsToContent(files: readonly string[], path: string): boolean {
  const [, course = '', lesson, quiz] = /^\/kursus\/([^/]+)\/(?:([^/]+)\/)?(?:([^/]+)\/)?$/.exec(path) ?? [];
  if (quiz !== undefined) return lesson === 'kuis' && files.includes(quizFile(course, quiz));
  return files.includes(lesson === undefined ? courseFile(course) : lessonFile(course, lesson));
}

function lintPhones(lesson: LocatedLesson): readonly Fault[] {
  const spoken = (lesson.value.intinya ?? []).flatMap((sentence, at) => {
    const found = findPhoneNumber(sentence);
    return found === undefined ? [] : faultAt(lesson, ['intinya', at], 'nomor-telepon', phoneMessage(found));
  });
  const written = lesson.body.texts.flatMap((use) => {
    const found = findPhoneNumber(use.text);
    return found === undefined ? [] : faultIn(lesson.file, use, 'nomor-telepon', phoneMessage(found));
  });
  return [...spoken, ...written];
}

function phoneMessage(found: string): string {
  return `nomor "${found}" tidak ditulis di pelajaran. Daftarkan di content/contacts.yaml, lalu pakai <Contact id="…" />.`;
}
