import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { type ChangeClass, classifyQuestion, correctKeys, findEditionChanges } from '#domain/quiz/edition-change.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import type { CaseQuestion } from '#domain/question/case.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { describeQuizChanges } from '#release/quiz-changes.ts';
import { sampleAssessment, sampleCatalogue } from '../../support/catalogue.ts';
import { anyGiven, oneOfEach, oneOfEachKind } from '../../support/questions.ts';

const { single, multiple, number, order, match, cloze } = oneOfEach;
const shortText = oneOfEach['short-text'];
const trueFalse = oneOfEach['true-false'];

describe('what changes in a question', () => {
  it.each<[string, SimpleQuestion, SimpleQuestion, ChangeClass]>([
    ['another right choice', single, { ...single, key: other(single) }, 'key'],
    ['one right choice more', multiple, { ...multiple, key: multiple.choices.map(({ id }) => id) }, 'key'],
    ['a statement that is false after all', trueFalse, { ...trueFalse, key: !trueFalse.key }, 'key'],
    ['another number', number, { ...number, key: number.key + 1 }, 'key'],
    ['a wider tolerance', number, { ...number, tolerance: number.tolerance + 1 }, 'key'],
    ['one wording more that is right', shortText, { ...shortText, accepted: [...shortText.accepted, 'lain'] }, 'key'],
    ['a slip that is forgiven', shortText, { ...shortText, slip: !shortText.slip }, 'key'],
    ['another right order', order, { ...order, items: [...order.items].reverse() }, 'key'],
    ['other points', single, { ...single, points: single.points + 1 }, 'key'],
    ['other words', single, { ...single, prompt: 'Dengan kata lain?' }, 'wording'],
    ['another explanation', single, { ...single, rationale: 'Sebab lain.' }, 'wording'],
    ['a hint', single, { ...single, hint: 'Ingat nota.' }, 'wording'],
    ['another lesson to read', single, { ...single, read: 'biaya' }, 'wording'],
    ['other words and another key at once', single, { ...single, prompt: 'Lain?', key: other(single) }, 'content'],
    ['one choice more', single, { ...single, choices: [...single.choices, { id: 'z', text: 'Lain' }] }, 'content'],
    ['another unit', number, { ...number, unit: 'kg' }, 'content'],
    [
      'another gap',
      cloze,
      { ...cloze, text: `${cloze.text} [[baru]]`, blanks: { ...cloze.blanks, baru: { accepted: ['x'], slip: false } } },
      'content',
    ],
    ['one right side more', match, { ...match, extra: [...match.extra, { id: 'z', text: 'Lain' }] }, 'content'],
    ['another kind', single, { ...trueFalse, id: single.id }, 'content'],
  ])('%s is named', (_, before, after, expected) => {
    expect(classifyQuestion(before, after)).toBe(expected);
  });

  it('nothing is no change, of whatever kind', () => {
    for (const question of oneOfEachKind) expect(classifyQuestion(question, structuredClone(question))).toBeUndefined();
  });
});

describe('what changes in a quiz', () => {
  const quiz: Quiz = { ...sampleAssessment, questions: oneOfEachKind };

  it('is named by class, the gravest first, with the places', () => {
    const questions = oneOfEachKind
      .filter(({ kind }) => kind !== 'cloze')
      .map((it) =>
        it.kind === 'single' ? { ...it, key: other(it) } : it.kind === 'order' ? { ...it, prompt: 'Lain?' } : it,
      );
    expect(findEditionChanges(quiz, { ...quiz, title: 'Ujian baru', pass: 0.8, questions })).toEqual([
      { class: 'content', where: [cloze.id, 'pass'] },
      { class: 'key', where: [single.id] },
      { class: 'wording', where: [order.id, 'title'] },
    ]);
    expect(findEditionChanges(quiz, structuredClone(quiz))).toEqual([]);
  });

  it('in a case is named by the sub-question', () => {
    const story: CaseQuestion = {
      kind: 'case',
      id: 'kasus',
      story: 'Cerita.',
      rationale: 'Sebab.',
      questions: [single, number],
    };
    const mended = { ...story, questions: [{ ...single, key: other(single) }, number] };
    const [before, after] = [story, mended].map((it) => ({ ...quiz, questions: [it] }));
    expect(before && after && findEditionChanges(before, after)).toEqual([
      { class: 'key', where: [`kasus/${single.id}`] },
    ]);
    const [sub] = before && after ? correctKeys(before, [after]).questions : [];
    expect(sub).toEqual(mended);
  });

  it('corrects the keys of old attempts and leaves alone what asks something else', () => {
    const mended = oneOfEachKind.map((it) =>
      it.kind === 'single' ? { ...it, key: other(it) } : it.kind === 'number' ? { ...it, prompt: 'Lain?', key: 1 } : it,
    );
    const corrected = correctKeys(quiz, [{ ...quiz, pass: 1, questions: mended }]);
    expect(corrected.pass).toBe(quiz.pass);
    expect(corrected.questions.find(({ id }) => id === single.id)).toMatchObject({ key: other(single) });
    expect(corrected.questions.find(({ id }) => id === number.id)).toEqual(number);
  });

  it('of words alone changes no grade, whatever was responded', () => {
    const reworded = {
      ...quiz,
      questions: oneOfEachKind.map((it) => ({ ...it, prompt: 'Lain?', rationale: 'Lain.' })),
    };
    const corrected = correctKeys(quiz, [reworded]);
    const responses = fc.array(
      fc.record({ question: fc.constantFrom(...oneOfEachKind.map(({ id }) => id)), given: anyGiven() }),
    );
    fc.assert(
      fc.property(responses, (all) => {
        const attempt = { seed: 's', responses: all };
        expect(gradeAttempt(corrected, attempt)).toEqual(gradeAttempt(quiz, attempt));
      }),
    );
  });
});

describe('what a release says of its quizzes', () => {
  const withExam = (change: (quiz: Quiz) => Quiz, edition: string): Catalogue => ({
    ...sampleCatalogue,
    quizzes: sampleCatalogue.quizzes.map((it) =>
      it.quiz.id === 'ujian-akhir' ? { quiz: change(it.quiz), edition } : it,
    ),
  });
  const withQuestion = (change: Partial<SimpleQuestion>) =>
    withExam(
      (quiz) => ({
        ...quiz,
        questions: quiz.questions.map((it) => (it.id === 'q0' ? ({ ...it, ...change } as SimpleQuestion) : it)),
      }),
      'bbbbbbbbbbbbbbb2',
    );

  it('names the class of each change, and what to do about a key', () => {
    expect(describeQuizChanges(sampleCatalogue, withQuestion({ key: 'a' }))).toEqual([
      'Kuis up-202/ujian-akhir mendapat edisi baru: kunci (q0).',
      '  Kuncinya berubah. Lihat hasil siapa yang ikut berubah: npm run regrade -- up-202/ujian-akhir',
    ]);
    expect(describeQuizChanges(sampleCatalogue, withQuestion({ rationale: 'Lain.' }))).toEqual([
      'Kuis up-202/ujian-akhir mendapat edisi baru: kata-kata (q0).',
    ]);
    expect(
      describeQuizChanges(
        sampleCatalogue,
        withExam((quiz) => ({ ...quiz, attempts: 3 }), 'bbbbbbbbbbbbbbb2'),
      ),
    ).toEqual(['Kuis up-202/ujian-akhir mendapat edisi baru: isi (attempts).']);
  });

  it('says nothing of what is as it was, is new, or is gone', () => {
    expect(describeQuizChanges(sampleCatalogue, sampleCatalogue)).toEqual([]);
    const none = { ...sampleCatalogue, quizzes: [] };
    expect([...describeQuizChanges(none, sampleCatalogue), ...describeQuizChanges(sampleCatalogue, none)]).toEqual([]);
  });
});

/** A choice that is not the key. */
function other({ choices, key }: Extract<SimpleQuestion, { kind: 'single' }>): string {
  return choices.find(({ id }) => id !== key)?.id ?? '';
}
