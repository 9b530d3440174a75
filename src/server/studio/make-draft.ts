import type { Statement } from '#db/client.ts';
import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import { dayMs, todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { findNameProblem } from '#domain/studio/draft-path.ts';
import { type EntryList, entryLists } from '#domain/studio/entry-list.ts';
import { addLesson, isWithdrawnIn } from '#content/studio/course-lessons.ts';
import { titleIn } from '#content/studio/written-title.ts';
import { newLesson, newPractice } from '#content/studio/template.ts';
import { entryMessages } from '#messages/entry.ts';
import type { DataServices } from '#server/services.ts';
import { requireDraft } from './drafts.ts';
import { liveContent, textIn } from './sources.ts';
import { addRevision, textDigest } from '#server/studio/writing/texts.ts';
import { keepWork } from '#server/studio/writing/work.ts';

/** What a draft is begun for: an existing lesson, or a new one with a name and a title. */
export interface NewDraft {
  readonly id: string;
  readonly course: string;
  readonly lesson: string;
  readonly fresh: string;
  readonly title: string;
}

/** Begins a draft of one of the lists beside the courses; the same id again begins nothing. @throws Refusal invalid (list_unknown) */
export async function makeListDraft(
  services: DataServices,
  viewer: Viewer,
  { id, list }: { readonly id: string; readonly list: string },
): Promise<EntryList> {
  const found = entryLists.find((it) => it === list);
  if (found === undefined) throw new Refusal('invalid', 'list_unknown');
  await beginDraft(services, viewer, { id, course: '', title: entryMessages.lists[found].draft });
  return found;
}

const titleLength = 70;
/** A new lesson is looked at again after half a year. */
export const reviewDays = 180;

/**
 * Begins a draft and answers its id; the same id again begins nothing.
 * @throws Refusal invalid (course_unknown, lesson_unknown, name_shape, name_too_long, name_reserved, name_taken, title_empty,
 * title_too_long, course_list)
 */
export async function makeDraft(services: DataServices, viewer: Viewer, asked: NewDraft): Promise<string> {
  const { db } = services;
  const live = await liveContent(db);
  const course = await textIn(live, safePath(courseFile, asked.course));
  if (course === undefined) throw new Refusal('invalid', 'course_unknown');
  if (asked.fresh === '') {
    const path = lessonFile(asked.course, asked.lesson);
    const text = findNameProblem(asked.lesson) === 'shape' ? undefined : await textIn(live, path);
    if (text === undefined) throw new Refusal('invalid', 'lesson_unknown');
    // Begun, so that the draft leads to it.
    if (await beginDraft(services, viewer, { ...asked, title: titleIn(text) ?? asked.lesson })) {
      await keepWork(db, viewer, { draft: asked.id, path, text, base: textDigest(text) });
    }
    return asked.id;
  }
  const title = await requireNewLesson(services, asked);
  const listed = addLesson(course, asked.fresh);
  if (listed === undefined) throw new Refusal('invalid', 'course_list');
  if (await beginDraft(services, viewer, { ...asked, title })) {
    const draft = await requireDraft(db, viewer, asked.id);
    await addRevision(services, viewer, draft, { path: courseFile(asked.course), text: listed });
    const { on, next } = { on: todayOn(), next: todayOn(new Date(Date.now() + reviewDays * dayMs)) };
    const texts = [
      { path: lessonFile(asked.course, asked.fresh), text: newLesson({ id: asked.fresh, title, on, next }) },
      { path: quizFile(asked.course, asked.fresh), text: newPractice(title) },
    ];
    for (const { path, text } of texts) await keepWork(db, viewer, { draft: asked.id, path, text, base: '' });
  }
  return asked.id;
}

/** The title of a new lesson whose name is free: never one that was there before, for its address stands on paper. */
async function requireNewLesson({ db }: DataServices, { course, fresh, title }: NewDraft): Promise<string> {
  const problem = findNameProblem(fresh);
  if (problem !== undefined) throw new Refusal('invalid', `name_${problem}`);
  const path = lessonFile(course, fresh);
  const live = await liveContent(db);
  const { rows } = await db.client.execute({ sql: 'SELECT 1 FROM revision WHERE path = ? LIMIT 1', args: [path] });
  const isWithdrawn = isWithdrawnIn((await textIn(live, courseFile(course))) ?? '', fresh);
  const isTaken = isWithdrawn || rows.length > 0 || (await textIn(live, path)) !== undefined;
  if (isTaken || (await textIn(live, quizFile(course, fresh))) !== undefined)
    throw new Refusal('invalid', 'name_taken');
  const written = title.trim();
  if (written === '') throw new Refusal('invalid', 'title_empty');
  if ([...written].length > titleLength) throw new Refusal('invalid', 'title_too_long');
  return written;
}

type Begun = Pick<NewDraft, 'id' | 'course' | 'title'>;

/** Answers whether there was none with this id yet. */
export async function beginDraft({ db }: DataServices, viewer: Viewer, { id, course, title }: Begun): Promise<boolean> {
  const now = Date.now();
  const statements: Statement[] = [
    {
      sql: `INSERT INTO draft (id, house, course, title, "by", at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING id`,
      args: [id, viewer.house, course, title, viewer.id, now],
    },
    {
      sql: `INSERT INTO draft_state (draft, state, through, "by", at) SELECT ?, 'written', 0, ?, ? WHERE changes() > 0`,
      args: [id, viewer.id, now],
    },
  ];
  const [made] = await db.write(statements);
  return made?.rows.length === 1;
}

function safePath(make: (course: string) => string, course: string): string {
  return make(/^[a-z0-9-]+$/.test(course) ? course : '-');
}
