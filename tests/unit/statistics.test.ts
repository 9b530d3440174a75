import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { analyseQuiz, type Figure, type MarkedAttempt } from '#domain/statistics/quiz-statistics.ts';
import { countResponses } from '#domain/statistics/response-counts.ts';
import { correlation, upperLowerDifference } from '#domain/statistics/spread.ts';

/** Points by participant and question, each question worth one point. */
function attempts(rows: readonly (readonly number[])[]): readonly MarkedAttempt[] {
  return rows.map((row) => ({
    questions: row.map((earned, at) => ({ question: `q${at + 1}`, earned, possible: 1 })),
  }));
}

const plain = (figure: Figure | undefined) => (typeof figure === 'object' && 'value' in figure ? figure.value : figure);

// Five participants, four questions: totals 4, 3, 2, 1, 0.
const ladder = attempts([
  [1, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 0],
  [0, 0, 0, 0],
]);

describe('a quiz as a whole, worked out by hand', () => {
  const all = analyseQuiz(ladder, { fewest: 2 });

  it('has the mean and the sample standard deviation of its grades', () => {
    expect(plain(all.mean)).toBeCloseTo(0.5);
    // √((4 + 1 + 0 + 1 + 4) ÷ 4) ÷ 4
    expect(plain(all.standardDeviation)).toBeCloseTo(Math.sqrt(2.5) / 4);
  });

  it('has Cronbach’s alpha: 4/3 × (1 − (0.2 + 0.3 + 0.3 + 0.2) ÷ 2.5)', () => {
    expect(plain(all.alpha)).toBeCloseTo(0.8);
  });

  it('has the standard error of measurement: √2.5 ÷ 4 × √(1 − 0.8)', () => {
    expect(plain(all.standardError)).toBeCloseTo(Math.sqrt(0.5) / 4);
  });

  it('has a standard error above the deviation where questions contradict each other, as Moodle has', () => {
    const { alpha, standardError, standardDeviation } = analyseQuiz(
      attempts([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 1],
      ]),
      { fewest: 2 },
    );
    expect(plain(alpha)).toBeLessThan(0);
    expect(plain(standardError)).toBeGreaterThan(Number(plain(standardDeviation)));
  });
});

describe('a question, worked out by hand', () => {
  const [first, second] = analyseQuiz(ladder, { fewest: 2 }).questions;

  it('has a facility: the share of its points that was earned', () => {
    expect([plain(first?.facility), plain(second?.facility)]).toEqual([0.8, 0.6]);
    const halves = analyseQuiz([{ questions: [{ question: 'q', earned: 1, possible: 2 }] }]);
    expect(plain(halves.questions[0]?.facility)).toBe(0.5);
  });

  it('is held against the sum of the other questions, not against itself', () => {
    // rest 3 2 1 0 0: covariance 0.3, variances 0.2 and 1.7
    expect(plain(first?.discrimination)).toBeCloseTo(0.3 / Math.sqrt(0.2 * 1.7));
    // rest 3 2 1 1 0: covariance 0.45, variances 0.3 and 1.3
    expect(plain(second?.discrimination)).toBeCloseTo(0.45 / Math.sqrt(0.3 * 1.3));
  });

  it('is held against the whole grade where questions are drawn, as Moodle holds random questions', () => {
    const drawn = ladder.map(({ questions }, at) => ({
      questions: [...questions, { question: at < 3 ? 'a' : 'b', earned: at % 2, possible: 1 }],
    }));
    const found = analyseQuiz(drawn, { fewest: 2 }).questions.find(({ question }) => question === 'q1');
    const grades = drawn.map(({ questions }) => questions.reduce((sum, { earned }) => sum + earned, 0));
    expect(plain(found?.discrimination)).toBeCloseTo(correlation([1, 1, 1, 1, 0], grades) ?? Number.NaN);
  });

  it('compares the best 27 % with the weakest 27 %', () => {
    // 0.27 × 5 is 1.35, so one participant each
    expect(plain(first?.upperLower)).toBe(1);
    // Four of ten, so three each; two of the four at the edge share the last two places: (1 + 2 × 1/2) ÷ 3 − 0
    const marks = [1, 1, 0, 1, 0, 0, 0, 0, 0, 0];
    const ranks = [9, 8, 8, 8, 8, 5, 4, 3, 2, 1];
    expect(upperLowerDifference(marks, ranks, 0.27)).toBeCloseTo((1 + 2 * (2 / 4)) / 3);
  });
});

describe('small groups', () => {
  it('get no discrimination and no reliability, but their mean and facility', () => {
    const seven = analyseQuiz(
      attempts([
        [1, 1],
        [1, 0],
        [0, 0],
        [1, 1],
        [0, 1],
        [1, 0],
        [0, 0],
      ]),
    );
    expect(seven.alpha).toEqual({ problem: 'too_few', participants: 7 });
    expect(seven.standardError).toEqual({ problem: 'too_few', participants: 7 });
    expect(seven.questions[0]?.discrimination).toEqual({ problem: 'too_few', participants: 7 });
    expect(seven.questions[0]?.upperLower).toEqual({ problem: 'too_few', participants: 7 });
    expect(plain(seven.mean)).toBeCloseTo(0.5);
    expect(plain(seven.questions[0]?.facility)).toBeCloseTo(4 / 7);
  });

  it('count by question where questions are drawn', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      questions: [
        { question: at < 3 ? 'rare' : 'often', earned: at % 2, possible: 1 },
        { question: 'all', earned: at % 3 === 0 ? 1 : 0, possible: 1 },
      ],
    }));
    const figures = analyseQuiz(many).questions.map(({ question, discrimination }) => [
      question,
      'problem' in discrimination,
    ]);
    expect(figures).toEqual([
      ['rare', true],
      ['all', false],
      ['often', true],
    ]);
  });

  it('of nobody and of one say so instead of dividing by nothing', () => {
    expect(analyseQuiz([])).toMatchObject({ participants: 0, mean: { problem: 'too_few' }, questions: [] });
    expect(analyseQuiz(ladder.slice(0, 1))).toMatchObject({
      standardDeviation: { problem: 'too_few', participants: 1 },
    });
  });

  it('that all earned the same have no spread to speak of', () => {
    const same = analyseQuiz(attempts(Array.from({ length: 12 }, () => [1, 0])));
    expect(same.alpha).toEqual({ problem: 'no_spread' });
    expect(same.questions[0]?.discrimination).toEqual({ problem: 'no_spread' });
    expect(same.questions[0]?.upperLower).toEqual({ problem: 'no_spread' });
  });
});

describe('laws', () => {
  const rows = fc.integer({ min: 2, max: 6 }).chain((width) =>
    fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 30,
    }),
  );

  it('figures stay inside their bounds', () => {
    fc.assert(
      fc.property(rows, (marks) => {
        const { mean, alpha, questions } = analyseQuiz(attempts(marks), { fewest: 2 });
        const inside = (figure: Figure, low: number, high: number) =>
          !('value' in figure) || (figure.value >= low - 1e-9 && figure.value <= high + 1e-9);
        return (
          inside(mean, 0, 1) &&
          inside(alpha, Number.NEGATIVE_INFINITY, 1) &&
          questions.every(
            (it) => inside(it.facility, 0, 1) && inside(it.discrimination, -1, 1) && inside(it.upperLower, -1, 1),
          )
        );
      }),
    );
  });

  it('the order of participants and of questions on the page changes nothing', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (marks, turn) => {
        const straight = attempts(marks);
        const turned = straight.map(({ questions }) => ({
          questions: [...questions.slice(turn % questions.length), ...questions.slice(0, turn % questions.length)],
        }));
        const figures = (all: readonly MarkedAttempt[]) => {
          const { questions, ...whole } = analyseQuiz(all, { fewest: 2 });
          const sorted = [...questions].sort((x, y) => (x.question < y.question ? -1 : 1));
          return [whole, ...sorted].flatMap((it) => Object.values(it)).map((it) => plain(it as Figure));
        };
        const [before, after] = [figures(straight), figures(turned.reverse())];
        for (const [at, figure] of before.entries()) {
          if (typeof figure === 'number') expect(after[at]).toBeCloseTo(figure, 6);
          else expect(after[at]).toEqual(figure);
        }
      }),
    );
  });

  it('turning a question round turns its discrimination round', () => {
    fc.assert(
      fc.property(rows, (marks) => {
        const turned = marks.map(([first = 0, ...rest]) => [1 - first, ...rest]);
        const [a, b] = [marks, turned].map(
          (it) => analyseQuiz(attempts(it), { fewest: 2 }).questions[0]?.discrimination,
        );
        if (a === undefined || b === undefined || !('value' in a)) return;
        expect(plain(b)).toBeCloseTo(-a.value, 6);
      }),
    );
  });
});

describe('what was given', () => {
  const base = { id: 'q', prompt: 'Apa?', rationale: 'Begitu.', points: 1 };
  const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `Pilihan ${id}` }));

  it('is counted choice by choice, and a wrong choice that nobody of many picked is named', () => {
    const question: SimpleQuestion = { ...base, kind: 'single', choices, key: 'b' };
    const givens = [...Array.from({ length: 9 }, () => ({ choice: 'b' })), { choice: 'a' }, undefined];
    expect(countResponses(question, givens)).toEqual({
      participants: 11,
      unanswered: 1,
      right: 9,
      partly: 0,
      wrong: 1,
      answers: [
        { text: 'Pilihan a', right: false, count: 1, idle: false, givenBy: [9] },
        { text: 'Pilihan b', right: true, count: 9, idle: false, givenBy: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
        { text: 'Pilihan c', right: false, count: 0, idle: true, givenBy: [] },
      ],
    });
    expect(countResponses(question, givens.slice(0, 5)).answers[2]?.idle).toBe(false);
  });

  it('is counted pick by pick where several may be picked', () => {
    const question: SimpleQuestion = { ...base, kind: 'multiple', choices, key: ['a', 'b'] };
    const counts = countResponses(question, [{ choices: ['a', 'b'] }, { choices: ['a'] }, { choices: ['c'] }]);
    expect(counts).toMatchObject({ right: 1, partly: 1, wrong: 1 });
    expect(counts.answers.map(({ count }) => count)).toEqual([2, 1, 1]);
  });

  it('is listed as typed, the most frequent first, whatever its spelling', () => {
    const question: SimpleQuestion = { ...base, kind: 'short-text', accepted: ['buku kas'], slip: false };
    const { answers } = countResponses(question, [{ text: 'Buku-Kas' }, { text: 'buku kas ' }, { text: 'dompet' }]);
    expect(answers).toEqual([
      { text: 'Buku-Kas', right: true, count: 2, idle: false, givenBy: [0, 1] },
      { text: 'dompet', right: false, count: 1, idle: false, givenBy: [2] },
    ]);
  });

  it('is counted by its value where a number was asked, whatever the writing, and its sign counts', () => {
    const minus: SimpleQuestion = { ...base, kind: 'number', key: -5, tolerance: 0 };
    const typed = [...Array.from({ length: 6 }, () => '5'), ...Array.from({ length: 4 }, () => '-5')];
    const rows = (question: SimpleQuestion, texts: readonly string[]) =>
      countResponses(
        question,
        texts.map((text) => ({ text })),
      ).answers.map(({ text, right, count }) => ({ text, right, count }));
    expect(rows(minus, typed)).toEqual([
      { text: '5', right: false, count: 6 },
      { text: '-5', right: true, count: 4 },
    ]);
    const rupiah: SimpleQuestion = { ...base, kind: 'number', key: 12_500, tolerance: 0, unit: 'Rp' };
    expect(rows(rupiah, ['12.500', '12500', 'Rp 12.500', 'Rp. 12.500,-', '12,5', '12,500', 'dua', 'Dua '])).toEqual([
      { text: '12.500', right: true, count: 4 },
      { text: 'dua', right: false, count: 2 },
      { text: '12,5', right: false, count: 1 },
      { text: '12,500', right: true, count: 1 },
    ]);
  });

  it('never makes it fall over', () => {
    const questions: readonly SimpleQuestion[] = [
      { ...base, kind: 'single', choices, key: 'b' },
      { ...base, kind: 'multiple', choices, key: ['b'] },
      { ...base, kind: 'number', key: 1, tolerance: 0 },
      { ...base, kind: 'true-false', key: true },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.array(fc.jsonValue()), (question, givens) => {
        const { participants, right, partly, wrong, unanswered } = countResponses(question, givens);
        expect(right + partly + wrong + unanswered).toBe(participants);
      }),
    );
  });
});
