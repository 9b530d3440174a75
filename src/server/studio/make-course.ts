import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import { dayMs, todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { closeForm } from '#domain/question/editor/close.ts';
import type { FormValues, PlainField } from '#domain/question/editor/field.ts';
import { courseFields, findCourseProblems } from '#domain/studio/course-form.ts';
import { findNameProblem, pathOf } from '#domain/studio/draft-path.ts';
import { slugOf } from '#content/exchange/slug.ts';
import { contentOver } from '#content/files/content-source.ts';
import { readShapes } from '#content/read.ts';
import { checkFile } from '#content/studio/check.ts';
import { addToPath, newExam, newExamId, writeCourse } from '#content/studio/new-course.ts';
import { newLesson, newPractice } from '#content/studio/template.ts';
import { courseMessages } from '#messages/course.ts';
import type { DataServices } from '#server/services.ts';
import { requireDraft } from './drafts.ts';
import { beginDraft, reviewDays } from './make-draft.ts';
import { liveContent, textIn } from './sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';
import { keepWork } from '#server/studio/writing/work.ts';

const pathsFile = pathOf({ kind: 'list', course: '', id: 'paths' });

/** Controls of a new course's form. */
export async function openCourseForm({ db }: DataServices): Promise<readonly PlainField[]> {
  const { content } = await readShapes(await liveContent(db));
  const paths = (content.paths?.value ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return courseFields({ ...courseMessages, paths });
}

/**
 * Begins a draft that holds a whole course: its description, its place on a path, a first lesson with its practice, and an exam, the
 * last three still to be written. Answers what is wrong by the name of the control, and then begins nothing; the same id again
 * begins nothing either.
 */
export async function makeCourse(
  services: DataServices,
  viewer: Viewer,
  { id, values }: { readonly id: string; readonly values: FormValues },
): Promise<ReadonlyMap<string, string> | string> {
  const { db } = services;
  const live = await liveContent(db);
  const { fields, problems } = closeForm(await openCourseForm(services), values, () => '');
  const told = new Map([...findCourseProblems(fields, await takenCodes(services, id)), ...problems]);
  const lesson = slugOf(String(fields.lesson ?? ''), new Set(), 'pelajaran');
  if (findNameProblem(lesson) !== undefined && !told.has('lesson'))
    told.set('lesson', 'Judul ini tidak bisa menjadi alamat. Pilih kata lain.');
  if (told.size > 0) return told;
  const texts = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]));
  const { code = '', title = '', summary = '', pillar = '', audience = '', audience2 = '', path = '' } = texts;
  const course = code.toLowerCase();
  const { on, next } = { on: todayOn(), next: todayOn(new Date(Date.now() + reviewDays * dayMs)) };
  const outcomes = (fields.outcomes as readonly string[]).map(String);
  const whom = [...new Set([audience, audience2].filter(Boolean))];
  const description = writeCourse({ code, title, summary, pillar, audience: whom, outcomes, lesson, on, next });
  const written = [
    { path: lessonFile(course, lesson), text: newLesson({ id: lesson, title: texts.lesson ?? '', on, next }) },
    { path: quizFile(course, lesson), text: newPractice(texts.lesson ?? '') },
    { path: quizFile(course, newExamId), text: newExam(title) },
  ];
  const all = [{ path: courseFile(course), text: description }, ...written];
  const source = contentOver(live, new Map(all.map((it) => [it.path, Buffer.from(it.text)])));
  const { faults } = await checkFile(source, courseFile(course), on);
  const wrong = faults.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return new Map([['', wrong.map(({ message }) => message).join(' ')]]);
  if (!(await beginDraft(services, viewer, { id, course, title }))) return id;
  await addRevision(services, viewer, await requireDraft(db, viewer, id), {
    path: courseFile(course),
    text: description,
  });
  const placed = path === '' ? undefined : addToPath((await textIn(live, pathsFile)) ?? '', path, course);
  if (placed !== undefined) {
    await addRevision(services, viewer, await requireDraft(db, viewer, id), { path: pathsFile, text: placed });
  }
  for (const it of written) await keepWork(db, viewer, { draft: id, path: it.path, text: it.text, base: '' });
  return id;
}

/** Codes of courses that there are, and of those that another draft began: their addresses stand on paper. */
async function takenCodes({ db }: DataServices, draft: string): Promise<readonly string[]> {
  const { content } = await readShapes(await liveContent(db));
  const { rows } = await db.client.execute({
    sql: "SELECT DISTINCT course FROM draft WHERE course <> '' AND id <> ?",
    args: [draft],
  });
  return [...content.courses.map(({ value }) => value.code), ...rows.map(({ course }) => String(course).toUpperCase())];
}
