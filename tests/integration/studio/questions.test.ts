import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quizFile } from '#domain/content-path.ts';
import type { FormValues } from '#domain/question/editor/field.ts';
import { openForm } from '#domain/question/editor/open.ts';
import { formFields } from '#domain/question/editors.ts';
import { type Question, questionKinds } from '#domain/question/question.ts';
import type { QuestionPath } from '#content/studio/question-text.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { changeQuiz, copyName, findQuestion, openQuestion, openQuiz, saveQuestion } from '#server/studio/questions.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { oneOfEach } from '../../support/questions.ts';

const quiz = 'hpp-keripik';
const shipped = readFileSync(quizFile('up-202', quiz), 'utf8');

/** What somebody types into the form of a kind. */
function typed(kind: Question['kind'], change: object = {}): FormValues {
  const simple = { ...(kind === 'case' ? { story: 'Bu Sri menjual keripik.' } : oneOfEach[kind]) };
  const question = {
    ...simple,
    prompt: `Soal baru jenis ${kind} untuk dicoba?`,
    rationale: 'Karena begitu.',
    hint: 'Hitung.',
  };
  const told: Record<string, unknown> = { ...question, ...change };
  for (const name of ['read', 'source']) delete told[name];
  return openForm(formFields(kind, 'practice'), told);
}

describe('a question in its form', () => {
  test.each(questionKinds)(
    'of the kind %s is added, shown again as it was typed, and is marked in the quiz',
    async (kind) => {
      const { open, save, services, tono } = await begin();
      const values = typed(kind);
      const outcome = await save({ path: [''], kind, values, seen: '' });
      expect(outcome).toMatchObject({ kind: 'kept', isWhole: true });
      const path = outcome.kind === 'kept' ? outcome.path : [];
      const opened = await openQuiz(services, tono, await open(), quiz);
      expect(opened.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(opened.quiz?.questions.at(-1)).toMatchObject({ id: path[0], kind });
      expect(openQuestion(opened, path, '').values).toEqual(values);
      // Nothing else moved.
      expect(opened.editing.text.startsWith(shipped.trimEnd())).toBe(true);
      const again = await save({ path, kind, values, seen: openQuestion(opened, path, '').seen });
      expect(again).toMatchObject({ kind: 'kept', isWhole: true });
      expect((await openQuiz(services, tono, await open(), quiz)).editing.text).toBe(opened.editing.text);
    },
  );

  test.each([
    ['nothing asked', 'single', { prompt: '' }, 'prompt'],
    ['one choice', 'single', { choices: [{ id: 'a', text: 'Satu' }] }, 'choices'],
    ['no right choice', 'single', { key: 'tidak-ada' }, 'choices'],
    ['no number', 'number', { key: 'dua belas' }, 'key'],
    ['a number with two readings', 'number', { key: '12,500' }, 'key'],
    ['a mistake without words', 'number', { mistakes: [{ value: 5 }] }, 'mistakes.0.say'],
    ['a gap without answers', 'cloze', { blanks: { dasar: { accepted: [] } } }, 'blanks.0.words'],
    [
      'a pair with one side',
      'match',
      { pairs: [{ left: { id: 'a', text: 'A' } }, { left: { id: 'b', text: 'B' } }] },
      'pairs.0.right.text',
    ],
  ] as const)('with %s is told at that control, and nothing is written', async (_, kind, change, control) => {
    const { save, open, services, tono } = await begin();
    const outcome = await save({ path: [''], kind, values: typed(kind, change), seen: '' });
    expect(outcome.kind === 'problems' && [...outcome.problems.keys()]).toContain(control);
    expect((await openQuiz(services, tono, await open(), quiz)).editing.text).toBe(shipped);
  });

  test('that the check finds fault with is kept for its writer, with the fault at its control', async () => {
    const { save, open, services, tono } = await begin();
    const same = { mistakes: [{ value: 12780, say: 'Sama dengan kunci.' }] };
    const outcome = await save({ path: [''], kind: 'number', values: typed('number', same), seen: '' });
    expect(outcome).toMatchObject({ kind: 'kept', isWhole: false });
    const opened = await openQuiz(services, tono, await open(), quiz);
    const path = outcome.kind === 'kept' ? outcome.path : [];
    const { faults } = openQuestion(opened, path, '');
    expect(faults).toMatchObject([{ path, at: 'mistakes.0.value', severity: 'error' }]);
    expect((await open()).through).toBe(0);
  });

  test('in a case is written there', async () => {
    const { save, open, services, tono } = await begin();
    const made = await save({ path: [''], kind: 'case', values: typed('case'), seen: '' });
    const story = (made.kind === 'kept' && made.path[0]) || '';
    const added = await save({ path: [story, ''], kind: 'single', values: typed('single'), seen: '' });
    expect(added).toMatchObject({ kind: 'kept', isWhole: true });
    const { quiz: now } = await openQuiz(services, tono, await open(), quiz);
    expect(now?.questions.at(-1)?.questions.map(({ kind }) => kind)).toEqual(['true-false', 'true-false', 'single']);
  });

  test('that somebody else has changed meanwhile is not overwritten', async () => {
    const { save, open, services, tono } = await begin();
    const opened = await openQuiz(services, tono, await open(), quiz);
    const [first] = opened.quiz?.questions ?? [];
    if (first === undefined) throw new Error('no question');
    const form = openQuestion(opened, [first.id], '');
    const sent = (prompt: string) => ({
      ...{ path: [first.id], kind: form.kind, seen: form.seen },
      values: { ...form.values, texts: { ...form.values.texts, prompt } },
    });
    expect(await save(sent('Apa yang pertama?'))).toMatchObject({ kind: 'kept' });
    expect(await save(sent('Apa yang kedua?'))).toEqual({ kind: 'changed' });
  });
});

test('questions are copied, moved and taken away, and all others keep every byte', async () => {
  const { open, services, tono } = await begin();
  const list = async () => {
    const { quiz: now } = await openQuiz(services, tono, await open(), quiz);
    if (now === undefined) throw new Error('no quiz');
    return now;
  };
  const change = async (it: Parameters<typeof changeQuiz>[3]) =>
    changeQuiz(services, tono, { draft: await open(), quiz }, it);
  const before = await list();
  const [first = '', second = ''] = before.questions.map(({ id }) => id);
  const id = copyName(before, [first]);
  await change({ act: 'copy', path: [first], id });
  expect((await list()).questions.map((it) => it.id).slice(0, 3)).toEqual([first, id, second]);
  expect(findQuestion(await list(), [id])?.fields).toEqual({ ...before.questions[0]?.fields, id });
  await change({ act: 'remove', path: [id] });
  await change({ act: 'move', path: [first], by: 1 });
  expect((await list()).questions.map((it) => it.id).slice(0, 2)).toEqual([second, first]);
  await change({ act: 'move', path: [first], by: -1 });
  expect((await openQuiz(services, tono, await open(), quiz)).editing.text).toBe(shipped);
  await expect(change({ act: 'move', path: [first], by: -1 })).rejects.toMatchObject({ detail: 'quiz_as_text' });
  await expect(change({ act: 'remove', path: ['tidak-ada'] })).rejects.toMatchObject({ detail: 'quiz_as_text' });
});

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const draft = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const open = () => requireDraft(services.db, tono, draft);
  const save = async (sent: { path: QuestionPath; kind: Question['kind']; values: FormValues; seen: string }) =>
    saveQuestion(services, tono, { draft: await open(), quiz }, sent);
  return { services, tono, open, save };
}
