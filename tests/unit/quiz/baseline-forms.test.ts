import { expect, test } from 'vitest';
import { dealBaseline } from '#domain/quiz/draw/baseline-forms.ts';
import { lessonsOf } from '#domain/quiz/draw/drawn.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { sampleAssessment, sampleQuestions } from '../../support/catalogue.ts';

const titles = { before: 'Sebelum', after: 'Sesudah' };
const { draw: _, ...plain } = sampleAssessment;
const bankOf = (lessons: readonly string[]): Quiz => ({
  ...plain,
  id: 'uji-awal',
  questions: lessons.map(
    (read, at) => ({ ...sampleQuestions[at % 4], id: `q${at}`, read }) as Quiz['questions'][number],
  ),
});

test('a bank is dealt into two forms that share no question, ask about each lesson alike and are always the same', () => {
  const bank = bankOf(['a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'd', 'd']);
  const { before, after } = dealBaseline(bank, titles);
  const [one, other] = [before, after].map(({ questions }) => questions.map(({ id }) => id)) as [string[], string[]];
  expect(one.filter((id) => other.includes(id))).toEqual([]);
  expect([...one, ...other].toSorted()).toEqual(bank.questions.map(({ id }) => id).toSorted());
  expect([one.length, other.length]).toEqual([5, 5]);
  for (const lesson of ['a', 'b', 'c', 'd']) {
    const of = (quiz: Quiz) => quiz.questions.filter((question) => lessonsOf(question)[0] === lesson).length;
    expect(of(before)).toBeGreaterThan(0);
    expect(Math.abs(of(before) - of(after))).toBeLessThanOrEqual(1);
  }
  expect(
    dealBaseline({ ...bank, questions: bank.questions.toReversed() }, titles).before.questions.toReversed(),
  ).toEqual(before.questions);
});
