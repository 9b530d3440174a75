import { describe, expect, test } from 'vitest';
import type { Question } from '#domain/question/question.ts';
import { arrangeQuestions, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { oneOfEachKind } from '../../support/questions.ts';

const ids = ['satu', 'dua', 'tiga', 'empat'];

/** So many questions with the key always at the second place. */
function makeQuiz(count: number, it: Partial<Quiz> = {}): Quiz {
  const questions = Array.from({ length: count }, (_, at): Question => ({
    kind: 'single',
    id: `soal-${at}`,
    prompt: 'Mana?',
    rationale: 'Sebab.',
    points: 1,
    key: 'dua',
    choices: ids.map((id) => ({ id, text: id })),
  }));
  return {
    course: 'up-202',
    id: 'ujian',
    title: 'Ujian',
    mode: 'assessment',
    pass: 0.75,
    shuffle: true,
    questions,
    ...it,
  };
}

function placesOfKey(quiz: Quiz): readonly number[] {
  return publicQuiz({ quiz, edition: 'x' }).questions.map((question) =>
    question.kind === 'single' ? question.choices.findIndex(({ id }) => id === 'dua') : -1,
  );
}

describe('the choices of a published quiz', () => {
  test('tell nothing of the order in which their author wrote them', () => {
    const places = placesOfKey(makeQuiz(400));
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((it) => it === place).length / places.length;
      expect([place, share > 0.18 && share < 0.32]).toEqual([place, true]);
    }
  });

  test('are always in the same order, whatever else changes in the quiz', () => {
    const quiz = makeQuiz(20);
    const reworded = { ...quiz, title: 'Lain', questions: [...quiz.questions].reverse() };
    expect(placesOfKey(reworded)).toEqual([...placesOfKey(quiz)].reverse());
    const rewritten = quiz.questions.map((question) =>
      question.kind === 'single' ? { ...question, choices: [...question.choices].reverse() } : question,
    );
    expect(placesOfKey({ ...quiz, questions: rewritten })).toEqual(placesOfKey(quiz));
  });

  test('stay as they are written where they may not change places, and last where they are fixed', () => {
    expect(new Set(placesOfKey(makeQuiz(20, { shuffle: false })))).toEqual(new Set([1]));
    const [question] = makeQuiz(1).questions;
    if (question?.kind !== 'single') throw new Error('no choices');
    const choices = question.choices.map((it) => (it.id === 'satu' ? { ...it, fixed: true } : it));
    const fixed = { ...question, choices };
    const [shown] = publicQuiz({ quiz: makeQuiz(1, { questions: [fixed] }), edition: 'x' }).questions;
    expect(shown?.kind === 'single' && shown.choices.at(-1)?.id).toBe('satu');
  });

  test('come to the same attempt on a phone that holds them in the author’s order', () => {
    const quiz = makeQuiz(12, { draw: 5, questions: [...makeQuiz(8).questions, ...oneOfEachKind] });
    const published = publicQuiz({ quiz, edition: 'x' });
    const old = publicQuiz({ quiz: { ...quiz, shuffle: false }, edition: 'x' });
    for (const seed of ['a', 'b', 'c']) {
      const rules = { draw: 5, shuffle: true, drawGroups: [], drawLessons: [] };
      expect(arrangeQuestions({ ...rules, questions: old.questions }, seed)).toEqual(
        arrangeQuestions({ ...rules, questions: published.questions }, seed),
      );
    }
  });
});
