import { expect, test } from 'vitest';
import type { QuizFields } from '#client/quiz/answering/fields.ts';
import type { FeedbackPolicy } from '#domain/quiz/quiz.ts';
import { judgePractice } from '#client/quiz/answering/verdicts.ts';
import { scored } from '#domain/question/authored.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { oneOfEach } from '../../support/questions.ts';

const margin: SimpleQuestion = {
  ...{ id: 'margin', kind: 'number', prompt: 'Berapa?', rationale: 'Begitu.', points: 1, key: 20, tolerance: 0 },
  mistakes: [{ value: 25, say: 'Anda membagi dengan biaya.' }],
};

/** What a practice says to each question, by what the phone knows of them. */
function verdictsOn(given: Readonly<Record<string, unknown>>, feedback: FeedbackPolicy = 'at-once'): readonly string[] {
  const told: string[] = [];
  const fields: Pick<QuizFields, 'showVerdict'> = {
    showVerdict: (question, { words, verdict }) => void told.push(`${question} ${verdict}: ${words}`),
  };
  const keys = [margin, oneOfEach.single].map(scored);
  const responses = Object.entries(given).map(([question, it]) => ({ question, given: it }));
  judgePractice(fields as QuizFields, { keys, shown: keys, pass: 0.7, feedback, responses });
  return told;
}

test('a practice says what was probably done to whoever made a typical mistake, and to nobody else', () => {
  expect(verdictsOn({ margin: { text: '25' } })[0]).toBe('margin wrong: Belum tepat. Anda membagi dengan biaya.');
  expect(verdictsOn({ margin: { text: '24' } })[0]).toBe('margin wrong: Belum tepat.');
  expect(verdictsOn({ margin: { text: '20' } })[0]).toBe('margin right: Tepat.');
  expect(verdictsOn({})).toEqual(['margin wrong: Belum dijawab.', 'tunggal wrong: Belum dijawab.']);
});

test('a practice that never tells marks nothing', () => {
  expect(verdictsOn({ margin: { text: '24' } }, 'never')).toEqual([]);
});
