import { lessonFile } from '#domain/content-path.ts';
import type { Fact } from '#domain/course/source.ts';
import type { Content } from '#domain/lint/content.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { closeForm } from '#domain/question/editor/close.ts';
import type { FormValues } from '#domain/question/editor/field.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { sourceFields, sourcesFile } from '#domain/studio/source-form.ts';
import { contentOver } from '#content/files/content-source.ts';
import { readShapes } from '#content/read.ts';
import { chosenSources, withSources } from '#content/studio/lesson-sources.ts';
import { addSource, type NewSource } from '#content/studio/source-text.ts';
import type { DataServices } from '#server/services.ts';
import { lessonSourceMessages as say } from '#messages/lesson-sources.ts';
import { type OpenDraft, requireDraft } from './drafts.ts';
import { draftContent, textIn } from './sources.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { addRevision } from '#server/studio/writing/texts.ts';

/** A fact as a page shows it: what it rests on, and which lessons rest on it. */
export interface ShownFact {
  readonly id: string;
  /** Empty where it is our own arithmetic or advice. */
  readonly words: string;
  readonly usedIn: readonly string[];
}

/** The sources of a lesson of a draft, and those that could be chosen. */
export interface LessonSources {
  readonly title: string;
  readonly chosen: readonly ShownFact[];
  /** What was searched for; without a search what other lessons of the course rest on. */
  readonly others: readonly ShownFact[];
  readonly isOpen: boolean;
}

interface Target {
  readonly draft: OpenDraft;
  readonly lesson: string;
}

/** @throws Refusal not_found, conflict (no_head) */
export async function openSources(
  services: DataServices,
  viewer: Viewer,
  { draft, lesson }: Target,
  search: string,
): Promise<LessonSources> {
  const path = lessonFile(draft.course, lesson);
  const { text } = await openEditing(services, viewer, draft, path);
  const ids = requireChosen(text);
  const source = contentOver(await draftContent(services.db, draft.id), new Map([[path, Buffer.from(text)]]));
  const { content } = await readShapes(source);
  const facts = new Map((content.facts?.value ?? []).map((it) => [it.id, it]));
  const show = (id: string) => showFact(id, facts.get(id), content);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const near = content.lessons.flatMap(({ value }) => (value.course === draft.course ? value.sources : []));
  const pool = [...new Set(words.length === 0 ? near : facts.keys())].filter((id) => !ids.includes(id)).map(show);
  const others = pool.filter((it) => words.every((word) => textOf(it).includes(word)));
  const own = content.lessons.find(({ file }) => file === path)?.value;
  return { title: own?.title ?? lesson, chosen: ids.map(show), others, isOpen: isOpen(draft.state) };
}

/**
 * Names a fact in a lesson, or no longer. Answers whether the lesson is a revision of the draft now; else something in it must be
 * mended first, and nothing is lost.
 * @throws Refusal not_found, invalid (source_unknown), conflict (draft_closed, no_head, draft_changed)
 */
export async function chooseSource(
  services: DataServices,
  viewer: Viewer,
  { draft, lesson }: Target,
  { id, isChosen }: { readonly id: string; readonly isChosen: boolean },
): Promise<boolean> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const path = lessonFile(draft.course, lesson);
  const { text, base } = await openEditing(services, viewer, draft, path);
  const ids = requireChosen(text);
  if (isChosen) {
    const { content } = await readShapes(await draftContent(services.db, draft.id));
    if (!content.facts?.value.some((it) => it.id === id)) throw new Refusal('invalid', 'source_unknown');
  }
  const others = ids.filter((it) => it !== id);
  const written = withSources(text, isChosen ? [...others, id] : others);
  if (written === undefined) throw new Refusal('conflict', 'no_head');
  const outcome = await edit(services, viewer, draft, path, { act: 'save', text: written, base, rebased: '' });
  if (outcome.kind === 'conflict') throw new Refusal('conflict', 'draft_changed');
  return outcome.kind === 'saved';
}

/** Adds a source to the list of all and names it in the lesson; what is wrong with it by the name of the control. */
export async function addLessonSource(
  services: DataServices,
  viewer: Viewer,
  { draft, lesson }: Target,
  values: FormValues,
): Promise<ReadonlyMap<string, string> | { readonly isWhole: boolean }> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const { fields, problems } = closeForm(sourceFields, values, () => '');
  const { year } = fields;
  const isYear = year === undefined || (Number.isInteger(year) && Number(year) >= 1900 && Number(year) <= 2100);
  if (!isYear && !problems.has('year'))
    return new Map([...problems, ['year', 'Tahun dengan empat angka, misalnya 2025.']]);
  if (problems.size > 0) return problems;
  const source = await draftContent(services.db, draft.id);
  const { content } = await readShapes(source);
  const title = String(fields.title);
  const isThere = (content.facts?.value ?? []).some(({ sources }) =>
    sources.some((it) => it.title.toLowerCase() === title.toLowerCase()),
  );
  if (isThere) return new Map([['title', say.isThere]]);
  const added = addSource((await textIn(source, sourcesFile)) ?? '', {
    ...(fields as unknown as Omit<NewSource, 'asOf'>),
    asOf: todayOn().slice(0, 7),
  });
  if (added === undefined) throw new Refusal('conflict', 'list_unreadable');
  await addRevision(services, viewer, draft, { path: sourcesFile, text: added.yaml });
  const now = await requireDraft(services.db, viewer, draft.id);
  return { isWhole: await chooseSource(services, viewer, { draft: now, lesson }, { id: added.id, isChosen: true }) };
}

function requireChosen(mdx: string): readonly string[] {
  const ids = chosenSources(mdx);
  if (ids === undefined) throw new Refusal('conflict', 'no_head');
  return ids;
}

function showFact(id: string, fact: Fact | undefined, { lessons }: Content): ShownFact {
  const words = (fact?.sources ?? []).map(({ title, publisher, year }) =>
    [title, publisher, ...(year === undefined ? [] : [String(year)])].join(', '),
  );
  const usedIn = lessons.flatMap(({ value }) => (value.sources.includes(id) ? value.title : []));
  return { id, words: words.join('; '), usedIn: usedIn.slice(0, 3) };
}

function textOf({ id, words, usedIn }: ShownFact): string {
  return [id, words, ...usedIn].join(' ').toLowerCase();
}
