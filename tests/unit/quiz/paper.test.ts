import { describe, expect, test } from 'vitest';
import { rightResponse } from '#domain/question/authored.ts';
import { expandCases } from '#domain/question/case.ts';
import { parseForm, type PublicSimpleQuestion } from '#domain/question/simple.ts';
import { listAsked, paperAnswerText, paperSheet, readPaperAnswer, readSheetCode } from '#domain/quiz/paper.ts';
import { sampleAssessment } from '../../support/catalogue.ts';
import { oneOfEachKind } from '../../support/questions.ts';

const published = { quiz: { ...sampleAssessment, draw: 10 }, edition: '0123456789abcdef' };
const choices = ['x', 'y', 'z'].map((id) => ({ id, text: id }));
const base = { id: 'q', prompt: '', points: 1 };

describe('a sheet of paper', () => {
  test('asks a whole room the same, another room and another sheet something else in another order', () => {
    const sheet = paperSheet(published, 'angkatan-1', 1);
    expect(paperSheet(published, 'angkatan-1', 1)).toEqual(sheet);
    const others = [paperSheet(published, 'angkatan-2', 1), paperSheet(published, 'angkatan-1', 2)];
    for (const other of others) expect(other.questions).not.toEqual(sheet.questions);
    expect(readSheetCode(` ${sheet.code.toUpperCase()} `)).toEqual({ number: 1, edition: '01234567' });
    for (const code of ['', '0-01234567', '1-0123', 'x']) expect(readSheetCode(code)).toBeUndefined();
  });

  test('holds no key, and does not tell it by the order of its choices', () => {
    const places = new Set<number>();
    for (let number = 1; number <= 9; number += 1) {
      const { questions } = paperSheet(
        { ...published, quiz: { ...published.quiz, shuffle: false } },
        'angkatan',
        number,
      );
      expect(JSON.stringify(questions)).not.toMatch(/"key"|rationale|Pembahasan/);
      for (const { question } of listAsked(questions)) {
        if (question.kind === 'single') places.add(question.choices.findIndex(({ id }) => id === 'b'));
      }
    }
    expect(places.size).toBe(3);
  });
});

describe('an answer typed in from paper', () => {
  const read = (question: PublicSimpleQuestion, typed: string) => readPaperAnswer(question, typed);

  test('is letters as they stand on the sheet, in any case and with blanks', () => {
    const single = { ...base, kind: 'single', choices } as const;
    expect([read(single, 'b'), read(single, ' C '), read(single, '')]).toEqual([['y'], ['z'], []]);
    expect([read(single, 'D'), read(single, 'AB'), read(single, '1')]).toEqual([undefined, undefined, undefined]);
    const multiple = { ...base, kind: 'multiple', choices } as const;
    expect([read(multiple, 'a, c'), read(multiple, 'AA'), read(multiple, 'AE')]).toEqual([
      ['x', 'z'],
      undefined,
      undefined,
    ]);
    const truth = { ...base, kind: 'true-false' } as const;
    expect([read(truth, 'b'), read(truth, 'Salah'), read(truth, 'X')]).toEqual([['true'], ['false'], undefined]);
  });

  test('is an order, pairs or gaps', () => {
    const order = { ...base, kind: 'order', items: choices } as const;
    expect(read(order, 'CAB')).toEqual(['z=1', 'x=2', 'y=3']);
    expect(read(order, 'CAC')).toBeUndefined();
    const match = { ...base, kind: 'match', left: choices.slice(0, 2), right: choices } as const;
    expect([read(match, 'CA'), read(match, '-B'), read(match, 'C')]).toEqual([['x=z', 'y=x'], ['y=y'], undefined]);
    const cloze = {
      ...base,
      kind: 'cloze',
      text: '',
      blanks: [{ id: '1' }, { id: '2', choices: ['pagi', 'sore'] }],
    } as const;
    expect([read(cloze, 'HPP; b'), read(cloze, 'HPP'), read(cloze, '-;pagi')]).toEqual([
      ['HPP', 'sore'],
      undefined,
      ['', 'pagi'],
    ]);
  });

  test.each(oneOfEachKind)('of kind $kind reads back as the response that it was written from', (question) => {
    const sheet = paperSheet(
      { quiz: { ...published.quiz, questions: [question] }, edition: published.edition },
      'a',
      3,
    );
    for (const { question: asked } of listAsked(sheet.questions)) {
      const full = expandCases([question]).find(({ id }) => id === asked.id);
      const right = full && rightResponse(full);
      const values = readPaperAnswer(asked, paperAnswerText(asked, right));
      expect(values && parseForm(asked, values)).toEqual(right);
    }
  });
});
