import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishLesson, publishQuiz } from '#content/catalogue.ts';
import { editionOf } from '#content/edition.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Lesson } from '#domain/course/course.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';

const quiz: Quiz = {
  course: 'up-202',
  id: 'biaya',
  title: 'Latihan',
  mode: 'practice',
  pass: 0.7,
  shuffle: true,
  questions: [{ id: 'gas', kind: 'true-false', prompt: 'Gas?', rationale: 'Ya.', points: 1, key: true }],
};

describe('editionOf', () => {
  it('names the same content the same, whatever order its fields were written in', () => {
    const backwards = Object.fromEntries(Object.entries(quiz).reverse());
    expect(editionOf(backwards)).toBe(editionOf(quiz));
    expect(editionOf(quiz)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays what it was in the releases before, so that old phones are graded under what they saw', () => {
    expect(publishQuiz(quiz).edition).toBe('e5e18d6bf647a211');
  });

  it('changes with every part of a quiz: question, key, rationale, limit', () => {
    const [question] = quiz.questions;
    const others: Quiz[] = [
      { ...quiz, pass: 0.8 },
      { ...quiz, attempts: 2 },
      { ...quiz, questions: [] },
      ...(question?.kind === 'true-false'
        ? [
            { ...question, key: false },
            { ...question, rationale: 'Tidak.' },
          ].map((it) => ({ ...quiz, questions: [it] }))
        : []),
    ];
    const editions = [quiz, ...others].map((it) => publishQuiz(it).edition);
    expect(new Set(editions).size).toBe(6);
  });

  it('changes with the prose of a lesson, and with its three sentences as with prose', () => {
    const lesson: Lesson = {
      id: 'biaya',
      course: 'up-202',
      title: 'Biaya',
      summary: 'Biaya.',
      minutes: 20,
      sources: [],
      reviewed: { on: '2026-11-24', next: '2027-05-24' },
    };
    const edition = (value: Lesson, source: string) =>
      publishLesson({ value, body: { components: [], links: [], texts: [], tables: [], source } }).edition;
    const editions = [
      edition(lesson, 'satu'),
      edition(lesson, 'dua'),
      edition({ ...lesson, intinya: ['Satu.', 'Dua.', 'Tiga.'] }, 'satu'),
      edition({ ...lesson, intinya: ['Satu.', 'Dua.', 'Empat.'] }, 'satu'),
    ];
    expect(new Set(editions).size).toBe(4);
    // Lessons without the sentences keep the edition that they had before there were any.
    expect(editions[0]).toBe('5e019835a1d35528');
  });
});

describe('canonicalJson', () => {
  it('is JSON that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  });
});
