import type { Viewer } from '#domain/person/person.ts';
import { partOf } from '#domain/studio/draft-path.ts';
import type { CourseServices } from '#server/services.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';

/** A file that may be written in a draft. */
export interface ListedPart {
  readonly kind: 'lesson' | 'quiz' | 'course' | 'list';
  readonly id: string;
  readonly title: string;
  /** Whether it is a part of the draft, or the viewer has begun to write it. */
  readonly isBegun: boolean;
  /** Whether the draft takes it away. */
  readonly isGone: boolean;
}

/** The files of a draft, then the others of its course. */
export async function listEditable(
  { db, catalogue }: CourseServices,
  viewer: Viewer,
  draft: OpenDraft,
): Promise<readonly ListedPart[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT path FROM draft_work WHERE draft = ? AND person = ? ORDER BY path',
    args: [draft.id, viewer.id],
  });
  const paths = new Set([...draft.parts.map(({ path }) => path), ...rows.map(({ path }) => String(path))]);
  const begun = [...paths].flatMap((path): ListedPart[] => {
    const part = partOf(path);
    if (part === undefined || part.kind === 'picture' || part.kind === 'sound') return [];
    const id = part.kind === 'course' ? '' : part.id;
    const isGone = draft.parts.some((it) => it.path === path && it.digest === null);
    return [{ kind: part.kind, id, title: titleOf(part.kind, id), isBegun: true, isGone }];
  });
  const course = catalogue.courses.find(({ id }) => id === draft.course);
  const others = [
    ...(course?.lessons ?? []).map((id) => ({ kind: 'lesson' as const, id })),
    ...catalogue.quizzes.flatMap(({ quiz }) =>
      quiz.course === draft.course ? { kind: 'quiz' as const, id: quiz.id } : [],
    ),
  ];
  const rest = others.filter((it) => !begun.some(({ kind, id }) => kind === it.kind && id === it.id));
  return [...begun, ...rest.map((it) => ({ ...it, title: titleOf(it.kind, it.id), isBegun: false, isGone: false }))];

  function titleOf(kind: ListedPart['kind'], id: string): string {
    const lesson = catalogue.lessons.find((it) => it.lesson.course === draft.course && it.lesson.id === id)?.lesson;
    const quiz = catalogue.quizzes.find((it) => it.quiz.course === draft.course && it.quiz.id === id)?.quiz;
    return (kind === 'lesson' ? lesson?.title : kind === 'quiz' ? quiz?.title : undefined) ?? id;
  }
}
