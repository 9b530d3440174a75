import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import { readGift } from '#content/exchange/gift/read.ts';
import { readMoodleXml } from '#content/exchange/moodle-xml/read.ts';
import type { BankEntry } from '#content/exchange/entry.ts';
import { writeGift } from '#content/exchange/gift/write.ts';
import { writeMoodleXml } from '#content/exchange/moodle-xml/write.ts';
import { readCsvQuestions } from '#content/exchange/table/read.ts';
import { writeCsvQuestions } from '#content/exchange/table/write.ts';
import { placeEntries } from '#content/exchange/quiz/place.ts';
import { foldSpelling } from '#domain/question/accepted.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { entriesOf, tell } from '../../support/question-files.ts';

describe('what goes out comes in again', () => {
  const text = fc
    .string({
      unit: fc.constantFrom(...'abcdefgh ABC 0123,.;%&<>"\'{}=~#:\\/()[]*`@+-–×÷Rpé→?!'),
      minLength: 1,
      maxLength: 40,
    })
    .map((it) => it.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim())
    .filter((it) => it !== '' && !it.startsWith('%') && !/@@|&&|->/.test(it));
  const id = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 });
  const items = (min: number, max: number) =>
    fc
      .uniqueArray(fc.record({ id, text }), { minLength: min, maxLength: max, selector: (it) => it.id })
      .filter((all) => new Set(all.map((it) => it.text)).size === all.length);
  const base = { prompt: text, rationale: text, points: fc.integer({ min: 1, max: 5 }) };
  const optional = fc.record(
    { hint: text, source: fc.constantFrom('B-HPP-1', 'M-LAW-4'), read: fc.constant('biaya') },
    { requiredKeys: [] },
  );
  const simple: fc.Arbitrary<SimpleQuestion> = fc
    .oneof(
      fc
        .record({ ...base, kind: fc.constant('single' as const), choices: items(2, 6) })
        .map((it) => ({ ...it, key: it.choices[0]?.id ?? '' })),
      fc
        .record({
          ...base,
          kind: fc.constant('multiple' as const),
          choices: items(3, 6),
          right: fc.integer({ min: 1, max: 3 }),
        })
        .map(({ right, ...it }) => ({ ...it, key: it.choices.slice(0, right).map((choice) => choice.id) })),
      fc.record({ ...base, kind: fc.constant('true-false' as const), key: fc.boolean() }),
      fc.record({
        ...base,
        kind: fc.constant('number' as const),
        unit: fc.constantFrom('Rp', '%', 'bungkus'),
        key: fc.integer({ min: -1e6, max: 1e6 }).map((it) => it / 100 + 0),
        tolerance: fc.integer({ min: 0, max: 500 }).map((it) => it / 10),
      }),
      fc.record({
        ...base,
        kind: fc.constant('short-text' as const),
        accepted: fc.uniqueArray(
          text.filter((it) => !/^[-\d]/.test(it)),
          { minLength: 1, maxLength: 4, selector: foldSpelling },
        ),
        slip: fc.boolean(),
      }),
      fc.record({
        ...base,
        kind: fc.constant('order' as const),
        items: items(3, 6),
        marking: fc.constantFrom('neighbours' as const, 'places' as const),
      }),
      fc
        .record({ ...base, kind: fc.constant('match' as const), left: items(2, 4), right: items(5, 6) })
        .map(({ left, right, ...it }) => ({
          ...it,
          pairs: left.map((item, at) => ({ left: item, right: right[at] ?? item })),
          extra: right.slice(left.length),
        })),
      fc
        .record({
          ...base,
          kind: fc.constant('cloze' as const),
          choices: items(2, 4),
          accepted: text,
          slip: fc.boolean(),
        })
        .map(({ choices, accepted, slip, ...it }) => ({
          ...it,
          text: 'Paspor dipegang [[siapa]] di [[mana]].',
          blanks: {
            siapa: { choices: choices.map((choice) => choice.text.trim()), key: choices[0]?.text ?? '' },
            mana: { accepted: [accepted], slip },
          },
        })),
    )
    .chain((it) => optional.map((more) => ({ id: 'x', ...it, ...more }) as SimpleQuestion));
  const questions: fc.Arbitrary<readonly Question[]> = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: simple },
        fc.record({
          kind: fc.constant('case' as const),
          id,
          story: text,
          rationale: text,
          questions: fc.array(simple, { minLength: 2, maxLength: 4 }),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) =>
      all.map((it, at): Question => {
        // Two that ask the same in the same words would be taken for one.
        if (it.kind !== 'case') return { ...it, id: `soal-${at}`, prompt: `Soal ${at}: ${it.prompt}` };
        return {
          ...it,
          id: `kasus-${at}`,
          story: `Cerita ${at}: ${it.story}`,
          questions: it.questions.map((sub, which) => ({ ...sub, id: `bagian-${which}` })),
        };
      }),
    );

  const same = (read: readonly BankEntry[], meant: readonly Question[]) => {
    const { placed } = placeEntries([], read);
    expect(placed.map(({ question }) => canonicalJson(question))).toEqual(meant.map(canonicalJson));
    expect(read.flatMap((it) => ('changes' in it ? it.changes : tell([it])))).toEqual([]);
  };

  it('through Moodle XML, whatever the kind', () => {
    fc.assert(fc.property(questions, (all) => same(entriesOf(readMoodleXml(writeMoodleXml(all).text)), all)));
  });

  it('through GIFT, all but orders and gaps, which it names', () => {
    const hasNoForm = (it: Question) => it.kind === 'order' || it.kind === 'cloze';
    fc.assert(
      fc.property(questions, (all) => {
        const { text: gift, left } = writeGift(all);
        expect(left.length).toBe(
          all.flatMap((it) => (it.kind === 'case' ? it.questions : [it])).filter(hasNoForm).length,
        );
        const whole = all.filter((it) => !(it.kind === 'case' ? it.questions.some(hasNoForm) : hasNoForm(it)));
        const read = entriesOf(readGift(gift)).filter((it) =>
          whole.some(({ id: own }) => it.name === own || it.name.startsWith(`${own}/`)),
        );
        same(read, whole);
      }),
    );
  });

  it('through CSV, all but texts that hold a sign of its columns, which it names', () => {
    fc.assert(
      fc.property(questions, (all) => {
        const { text: csv, left } = writeCsvQuestions(all);
        const whole = all.filter((it) => !left.some(({ id }) => id === it.id || id.startsWith(`${it.id}/`)));
        const read = entriesOf(readCsvQuestions(csv)).filter((it) =>
          whole.some(({ id: own }) => it.name === own || it.name.startsWith(`${own}/`)),
        );
        same(read, whole);
      }),
    );
  });
});
