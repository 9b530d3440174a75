import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { publishQuizzes } from '#content/catalogue.ts';
import { publishedContent } from '#content/published.ts';
import { readShapes } from '#content/read.ts';
import { applyRegrade, planRegrade, type RegradePlan } from '#server/records/regrade.ts';
import type { CourseServices } from '#server/services.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { draftContent } from '#server/studio/sources.ts';

/**
 * What corrected keys of a draft come to for results that are there, quiz by quiz: as it would be, or of a published one as it
 * is. Quizzes whose keys nobody has answered under are left out. Nothing is written.
 */
export async function planDraftRegrades(
  { db, catalogue }: CourseServices,
  draft: OpenDraft,
): Promise<readonly RegradePlan[]> {
  const quizzes = draft.parts.flatMap(({ part, digest }) => (part.kind === 'quiz' && digest !== null ? part.id : []));
  if (quizzes.length === 0) return [];
  const drafted = isOpen(draft.state) ? await quizzesOf({ db }, draft) : catalogue.quizzes;
  const there = quizzes.filter((id) => drafted.some(({ quiz }) => quiz.course === draft.course && quiz.id === id));
  const services = { db, catalogue: { ...catalogue, quizzes: drafted } };
  const plans: RegradePlan[] = [];
  for (const quiz of there) plans.push(await planRegrade(services, { course: draft.course, quiz }));
  return plans.filter(({ corrected, changes }) => corrected.length > 0 || changes.length > 0);
}

async function quizzesOf({ db }: Pick<CourseServices, 'db'>, { id }: OpenDraft) {
  const { content } = await readShapes(await draftContent(db, id));
  return publishQuizzes(publishedContent(content));
}

/**
 * Appends the grades that a published draft comes to; the old ones stay. Answers how many are new.
 * @throws Refusal forbidden (only_coordinator), conflict (not_now)
 */
export async function applyDraftRegrades(services: CourseServices, viewer: Viewer, draft: OpenDraft): Promise<number> {
  if (viewer.role !== 'coordinator') throw new Refusal('forbidden', 'only_coordinator');
  if (draft.state !== 'published') throw new Refusal('conflict', 'not_now');
  let added = 0;
  for (const plan of await planDraftRegrades(services, draft)) added += await applyRegrade(services, plan);
  return added;
}
