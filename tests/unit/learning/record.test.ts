import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord, recordLimits } from '#domain/learning/record.ts';

const uuid = '01934d3e-7a2b-7c3d-8e4f-5a6b7c8d9e0f';
const base = {
  id: uuid,
  person: '0f8fad5b-d9cb-469f-a165-70867728950e',
  device: 'hp-1',
  seq: 3,
  answeredAt: '2026-11-24T04:00:00.123Z',
  course: 'up-202',
  edition: '0123456789abcdef',
};
const read = { ...base, kind: 'lesson-read', lesson: 'hpp-keripik' };
const attempt = {
  ...base,
  kind: 'attempt',
  quiz: 'ujian-akhir',
  seed: 'abc-1',
  startedAt: '2026-11-24T03:50:00Z',
  responses: [{ question: 'gas', given: { choice: 'a' } }],
};

describe('parseRecord', () => {
  it('takes both kinds as they are', () => {
    expect(parseRecord(read)).toEqual({ record: read });
    expect(parseRecord(attempt)).toEqual({ record: attempt });
    expect(parseRecord({ ...attempt, responses: [] })).toEqual({ record: { ...attempt, responses: [] } });
  });

  it('leaves unknown fields behind and writes UUIDs in one way', () => {
    const response = { question: 'gas', given: { choice: 'a' }, grade: 100 };
    const sent = { ...attempt, id: uuid.toUpperCase(), passed: true, lesson: 'x', responses: [response] };
    expect(parseRecord(sent)).toEqual({ record: attempt });
  });

  it.each([
    ['kind', 'take-home'],
    ['kind', undefined],
    ['id', 'bukan-uuid'],
    ['id', `${uuid}0`],
    ['person', ''],
    ['device', 'a b'],
    ['device', 'x'.repeat(65)],
    ['seq', -1],
    ['seq', 1.5],
    ['seq', '3'],
    ['seq', Number.NaN],
    ['answeredAt', 'kemarin'],
    ['answeredAt', '2026-13-01T00:00:00Z'],
    ['answeredAt', '2026-11-24'],
    ['answeredAt', 1764000000000],
    ['course', ''],
    ['course', 'x'.repeat(recordLimits.idLength + 1)],
    ['course', 'a\u0000b'],
    ['course', null],
    ['edition', '0123'],
    ['edition', '0123456789ABCDEG'],
    ['quiz', undefined],
    ['seed', ''],
    ['seed', 'a b'],
    ['seed', 'x'.repeat(65)],
    ['startedAt', ''],
    ['responses', {}],
    ['responses', Array.from({ length: recordLimits.responses + 1 }, (_, at) => ({ question: `q${at}`, given: 1 }))],
  ])('names %s as the problem when it is %j', (field, value) => {
    const parsed = parseRecord({ ...attempt, [field]: value });
    expect(parsed).toEqual({ problem: expect.stringMatching(new RegExp(`^${field} must be `)) });
  });

  it.each([
    [null, 'responses[0] must be an object'],
    [{ question: 1, given: {} }, 'responses[0].question'],
    [{ question: 'gas' }, 'responses[0].given'],
    [{ question: 'gas', given: 'x'.repeat(recordLimits.givenBytes) }, 'responses[0].given'],
    [{ question: 'gas', given: '😀'.repeat(recordLimits.givenBytes / 4) }, 'responses[0].given'],
    [{ question: 'gas', given: deepArray(100_000) }, 'responses[0].given'],
  ])('names the response that is wrong: %#', (response, problem) => {
    expect(parseRecord({ ...attempt, responses: [response] })).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('refuses two responses to one question', () => {
    const twice = [...attempt.responses, ...attempt.responses];
    expect(parseRecord({ ...attempt, responses: twice })).toEqual({ problem: 'responses[1].question must not repeat' });
  });

  it('never repeats what was sent, which may be personal', () => {
    const parsed = parseRecord({ ...attempt, device: 'Nama Bu Wartini' });
    expect(JSON.stringify(parsed)).not.toContain('Wartini');
  });

  it('answers with a record or a problem, whatever JSON arrives', () => {
    const anyRecord = fc.record(
      Object.fromEntries(
        Object.entries(attempt).map(([field, value]) => [field, fc.oneof(fc.constant(value), fc.jsonValue())]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyRecord), (value) => {
        const parsed = parseRecord(value);
        expect('record' in parsed || parsed.problem.length > 0).toBe(true);
      }),
    );
  });

  it('is not fooled by fields that come from a prototype', () => {
    expect(parseRecord(Object.create(attempt))).toHaveProperty('problem');
    expect(parseRecord(JSON.parse(`{"__proto__": ${JSON.stringify(attempt)}}`))).toHaveProperty('problem');
  });
});

function deepArray(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}
