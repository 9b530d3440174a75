import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionSchema } from '#content/schema/question.ts';
import {
  answersOf,
  describeKey,
  formOf,
  keyParts,
  problemsOf,
  rightResponse,
  scored,
  textsOf,
  wordless,
  wrongResponse,
} from '#domain/question/authored.ts';
import { withoutKey } from '#domain/question/question.ts';
import {
  earnedPoints,
  formValues,
  parseForm,
  parseGiven,
  rearrange,
  rightValues,
  type SimpleQuestion,
  simpleKinds,
} from '#domain/question/simple.ts';
import { countResponses } from '#domain/statistics/response-counts.ts';
import { anyGiven, oneOfEach } from '../../support/questions.ts';

// What must hold of every kind in the table, also of one that is added: tests/README.md says what else it needs.
describe.each(simpleKinds)('a question of the kind %s', (kind) => {
  const question: SimpleQuestion = oneOfEach[kind];
  const open = withoutKey(question);

  test('is told apart by its kind, and content may hold it', () => {
    expect(question.kind).toBe(kind);
    expect(questionSchema.parse(question)).toEqual(question);
    expect(problemsOf(question, { mode: 'assessment' })).toEqual([]);
  });

  test('has a right response that earns all and a wrong one that earns less, both through the form as well', () => {
    for (const given of [rightResponse(question), wrongResponse(question)]) {
      expect(parseGiven(open, given)).toEqual(given);
      expect(parseForm(open, formValues(open, given))).toEqual(given);
    }
    expect(earnedPoints(question, rightResponse(question))).toBe(question.points);
    expect(earnedPoints(question, wrongResponse(question))).toBeLessThan(question.points);
  });

  test('names its right response in words, which its public part does not', () => {
    expect(describeKey(question)).not.toBe('');
    expect(JSON.stringify(open)).not.toContain('RAHASIA');
  });

  test('shows every word of its own to the checks, and where it stands', () => {
    const texts = textsOf(question);
    for (const { path, text } of texts) expect(textAt(question, path)).toBe(text);
    const words = stringsOf(question).filter((text) => /^\p{Lu}.*[\p{Ll} ]/u.test(text));
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(words));
  });

  test('has a form and key parts that are plain data and say nothing of its words', () => {
    const reworded = { ...question, prompt: 'Lain?', rationale: 'Lain.', hint: 'Lain.' };
    for (const part of [formOf, keyParts]) {
      expect(JSON.parse(JSON.stringify(part(question)))).toEqual(part(question));
      expect(part(reworded)).toEqual(part(question));
    }
  });

  test('is marked on the phone as on the server, by what the phone is given of it', () => {
    const bare = scored(question);
    expect(JSON.stringify(bare)).not.toMatch(/RAHASIA|Soal\?|Teks|Gula|Markup/);
    fc.assert(
      fc.property(anyGiven(), (given) => {
        expect(earnedPoints(bare, given)).toBe(earnedPoints(question, given));
      }),
    );
    for (const given of [rightResponse(question), wrongResponse(question)]) {
      expect(earnedPoints(bare, given)).toBe(earnedPoints(question, given));
      expect(parseForm(wordless(open), formValues(open, given))).toEqual(given);
    }
    expect(JSON.stringify(wordless(open))).not.toMatch(/Soal\?|Teks|Gula|Markup/);
  });

  test('is marked part by part where it has parts, also by what the phone is given of it', () => {
    for (const it of [question, scored(question)]) {
      const isRight = rightValues(it);
      if (isRight === undefined) continue;
      expect(formValues(open, rightResponse(question)).map(isRight)).not.toContain(false);
      expect(formValues(open, wrongResponse(question)).map(isRight)).toContain(false);
      expect(isRight('', 0) || isRight('__proto__', 99)).toBe(false);
    }
  });

  test('changes places without changing what it is', () => {
    const turned = rearrange(open, (items) => [...items].reverse());
    const given = parseForm(turned, formValues(turned, rightResponse(question)));
    expect(earnedPoints(question, given)).toBe(question.points);
    expect(rearrange(turned, (items) => [...items].reverse())).toEqual(open);
  });

  test('is counted: where answers are listed, the right one stands among the right ones', () => {
    const { answers, right } = countResponses(question, [rightResponse(question)]);
    expect(right).toBe(1);
    if (answersOf(question) === undefined) expect(answers).toEqual([]);
    else expect(answers.filter((it) => it.right && it.count === 1).length).toBeGreaterThan(0);
  });
});

/** The text that stands at a path: itself, or in a choice or an item. */
function textAt(question: SimpleQuestion, path: readonly (string | number)[]): unknown {
  const found = path.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], question);
  return typeof found === 'object' && found !== null && 'text' in found ? found.text : found;
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
