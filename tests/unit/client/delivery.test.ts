import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  backoffMs,
  batchSize,
  type Entry,
  mendClock,
  nextBatch,
  settle,
} from '#client/outbox/delivery.ts';
import type { Receipt } from '#domain/learning/record.ts';

const siti = '01980000-0000-7000-8000-000000000001';
const budi = '01980000-0000-7000-8000-000000000002';

function entry(seq: number, more: Partial<Entry> = {}): Entry {
  const id = `01980000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
  const record = {
    ...({ id, kind: 'lesson-read', device: 'hp', seq, answeredAt: '2026-11-24T01:00:00Z' } as const),
    ...{ course: 'up-202', lesson: 'hpp-keripik', edition: '0123456789abcdef' },
  };
  return { id, seq, person: siti, record, ...more };
}

function receipt({ id }: Entry, more: Partial<Receipt> = {}): Receipt {
  return { id, outcome: 'recorded', ...more };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function answered(...receipts: Receipt[]): Answer {
  return { kind: 'receipts', receipts };
}

describe('the next batch', () => {
  test('holds only what is the signed-in person’s, oldest first', () => {
    const entries = [entry(3), entry(1), entry(2, { person: budi }), entry(0, { person: null })];
    expect(nextBatch(entries, [siti], 0, batchSize).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test('leaves out what the server declined and what has to wait for the clock', () => {
    const entries = [entry(1, { refused: 'Kuis ini tidak dikenal.' }), entry(2, { notBefore: 1000 }), entry(3)];
    expect(nextBatch(entries, [siti], 999, batchSize).map(({ seq }) => seq)).toEqual([3]);
    expect(nextBatch(entries, [siti], 1000, batchSize).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test('stays below the size that the server takes, but always holds one', () => {
    const long = (seq: number): Entry => {
      const { record, ...rest } = entry(seq);
      return { ...rest, record: { ...record, course: 'x'.repeat(60_000) } };
    };
    expect(nextBatch([long(1), long(2), long(3)], [siti], 0, batchSize)).toHaveLength(1);
    expect(
      nextBatch(
        Array.from({ length: 120 }, (_, seq) => entry(seq)),
        [siti],
        0,
        batchSize,
      ),
    ).toHaveLength(50);
  });
});

describe('an answer', () => {
  test('takes away what was recorded, now or earlier', () => {
    const batch = [entry(1), entry(2)];
    const answer = answered(receipt(entry(1)), receipt(entry(2), { outcome: 'duplicate' }));
    expect(settle(batch, answer, 0, 0)).toMatchObject({
      remove: batch.map(({ id }) => id),
      change: [],
      next: 'more',
    });
  });

  test('marks what was declined with the server’s words, so that it is shown and not sent for ever', () => {
    const answer = answered(receipt(entry(1), { outcome: 'refused', code: 'invalid', message: 'Kuis tidak dikenal.' }));
    const { remove, change, next } = settle([entry(1)], answer, 0, 0);
    expect([remove, next]).toEqual([[], 'more']);
    expect(nextBatch(change, [siti], 1e15, batchSize)).toEqual([]);
    expect(change[0]?.refused).toBe('Kuis tidak dikenal.');
  });

  test('sends again an hour later what a wrong clock spoilt', () => {
    const answer = answered(receipt(entry(1), { outcome: 'refused', code: 'invalid', detail: 'clock' }));
    const { change } = settle([entry(1)], answer, 0, 5000);
    expect(change[0]).toMatchObject({ notBefore: 3_605_000 });
    expect(change[0]?.refused).toBeUndefined();
  });

  test('keeps as it is, and sends again, what came to a server whose clock is wrong', () => {
    const answer = answered(receipt(entry(1), { outcome: 'refused', code: 'invalid', detail: 'server_clock' }));
    expect(settle([entry(1)], answer, 0, 0)).toMatchObject({ remove: [], change: [], next: { afterMs: 5000 } });
  });

  test('lets a record go once the clock was set back, and says now, for as long as it took', () => {
    const hour = 3_600_000;
    const [now, ahead] = [Date.parse('2026-11-24T01:00:00Z'), Date.parse('2027-11-24T01:00:00Z')];
    const held = { ...entry(1), notBefore: ahead + hour };
    const [attempt, lesson] = [
      {
        ...held,
        record: { ...held.record, kind: 'attempt', answeredAt: iso(ahead), startedAt: iso(ahead - hour) } as never,
      },
      { ...held, record: { ...held.record, answeredAt: iso(ahead) } },
    ];
    expect(nextBatch([attempt], [siti], ahead, batchSize)).toEqual([]);
    expect(nextBatch([attempt], [siti], now, batchSize)).toEqual([attempt]);
    const mended = mendClock(attempt, now);
    expect(mended?.notBefore).toBeUndefined();
    expect(mended?.record).toMatchObject({ answeredAt: iso(now), startedAt: iso(now - hour) });
    expect(mendClock(lesson, now)?.record.answeredAt).toBe(iso(now));
    // A clock that was never set says 1970; what was not declined, or is past by now, stays as it is.
    const unset = { ...lesson, record: { ...lesson.record, answeredAt: iso(5000) } };
    expect(mendClock(unset, now)?.record.answeredAt).toBe(iso(now));
    expect(mendClock(entry(1), now)).toBeUndefined();
    expect(mendClock(lesson, ahead + 2 * hour)).toBeUndefined();
  });

  test('keeps what belongs to another person’s session', () => {
    const answer = answered(receipt(entry(1), { outcome: 'refused', code: 'other_person' }));
    expect(settle([entry(1)], answer, 0, 0)).toMatchObject({ remove: [], change: [], next: { afterMs: 5000 } });
  });

  test('that leaves a record out is no word on it', () => {
    expect(settle([entry(1), entry(2)], answered(receipt(entry(1))), 0, 0)).toMatchObject({
      remove: [entry(1).id],
      next: { afterMs: 5000 },
    });
  });

  test('of a session that ended stops the sending and keeps all', () => {
    expect(settle([entry(1)], { kind: 'failed', status: 401 }, 0, 0)).toMatchObject({
      remove: [],
      change: [],
      next: 'stop',
    });
  });

  test('of an overloaded server is obeyed, else the pause doubles up to five minutes', () => {
    const busy: Answer = { kind: 'failed', status: 429, retryAfterSeconds: 42 };
    expect(settle([entry(1)], busy, 3, 0).next).toEqual({ afterMs: 42_000 });
    expect(settle([entry(1)], { kind: 'failed' }, 0, 0).next).toEqual({ afterMs: 5000 });
    expect([1, 2, 20].map(backoffMs)).toEqual([10_000, 20_000, 300_000]);
  });

  test('that cannot read a batch finds the record at fault by sending them one by one', () => {
    const unreadable: Answer = { kind: 'failed', status: 400 };
    expect(settle([entry(1), entry(2)], unreadable, 0, 0)).toMatchObject({ change: [], next: 'more', size: 1 });
    expect(settle([entry(1)], unreadable, 0, 0).change).toEqual([entry(1, { refused: '' })]);
  });
});

test('whatever the network does, each record arrives exactly once and none is lost', () => {
  const fault = fc.constantFrom('answered', 'lost', 'unheard', 'busy', 'portal', 'half');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.array(fault, { maxLength: 30 }), (count, faults) => {
      let entries = Array.from({ length: count }, (_, seq) => entry(seq));
      const stored = new Map<string, number>();
      const serve = (batch: readonly Entry[]) =>
        batch.map((it) => {
          const outcome = stored.has(it.id) ? 'duplicate' : 'recorded';
          if (outcome === 'recorded') stored.set(it.id, stored.size);
          return receipt(it, { outcome });
        });
      const script = [...faults];
      let size: number = batchSize;
      for (let round = 0; round < 200; round += 1) {
        const batch = nextBatch(entries, [siti], 0, size);
        if (batch.length === 0) break;
        const answer = answerOf(script.shift() ?? 'answered', batch, serve);
        const settlement = settle(batch, answer, 0, 0);
        size = settlement.size;
        entries = entries
          .filter(({ id }) => !settlement.remove.includes(id))
          .map((it) => settlement.change.find(({ id }) => id === it.id) ?? it);
      }
      expect(entries).toEqual([]);
      // In order, although parts were sent again.
      expect([...stored.keys()]).toEqual(Array.from({ length: count }, (_, seq) => entry(seq).id));
    }),
  );
});

function answerOf(fault: string, batch: readonly Entry[], serve: (batch: readonly Entry[]) => Receipt[]): Answer {
  switch (fault) {
    case 'lost':
    case 'portal':
      return { kind: 'failed' };
    case 'busy':
      return { kind: 'failed', status: 503 };
    case 'unheard':
      // It arrived, but its receipt did not come back.
      serve(batch);
      return { kind: 'failed' };
    case 'half':
      return answered(...serve(batch.slice(0, Math.ceil(batch.length / 2))));
    default:
      return answered(...serve(batch));
  }
}
