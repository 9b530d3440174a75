import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { describeDefect } from '#server/host/serving/defect.ts';

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('a failed query is told without what was bound to it', () => {
  const cause = Object.assign(new Error('no such table: person'), { code: 'SQLITE_ERROR' });
  const said = describeDefect(
    new DrizzleQueryError('select * from "person" where "login" = ?', ['rahasia.nama'], cause),
  );
  expect(said).toContain('select * from "person" where "login" = ?');
  expect(said).toContain('caused by Error [SQLITE_ERROR]: no such table: person');
  expect(said).toMatch(/\n\s+at /);
  expect(said).not.toContain('rahasia');
});

test.each([
  ['unreadable JSON', () => JSON.parse('{"pin": rahasia')],
  [
    'a quoted value',
    () => {
      throw new Error('unknown login "rahasia.nama"');
    },
  ],
  [
    'a thrown text',
    () => {
      throw 'rahasia';
    },
  ],
  [
    'a thrown object',
    () => {
      throw { pin: 'rahasia' };
    },
  ],
  [
    'a wrapped one',
    () => {
      throw new Error('outer', { cause: caught(() => JSON.parse('rahasia')) });
    },
  ],
])('%s is told without the text', (_, work) => {
  const said = describeDefect(caught(work));
  expect(said.length).toBeGreaterThan(5);
  expect(said).not.toContain('rahasia');
});

test('an error that causes itself is told once in a while and no longer', () => {
  const error = new Error('round');
  error.cause = error;
  expect(describeDefect(error).match(/Error: round/g)?.length).toBeLessThan(10);
});
