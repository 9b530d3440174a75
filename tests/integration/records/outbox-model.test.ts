import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Answer, Entry } from '#client/outbox/delivery.ts';
import type { NewRecord, Outbox } from '#client/outbox/outbox.ts';
import { type Phone, sendWaiting, timeoutMs } from '#client/outbox/sending.ts';
import { person } from '#db/schema/people.ts';
import { type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import type { Services } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeLessonRead, makePractice } from '../../support/records.ts';

// Two people share a phone. Whatever they, the network, the system and the clock do: in the end the server holds exactly
// what was answered, each once, each under its own person.

afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;
const networks = ['good', 'request lost', 'answer lost', 'portal', 'busy', 'half', 'session ended'] as const;
const clocks = {
  right: 0,
  'an hour behind': -hour,
  'two days ahead': 48 * hour,
  'a year ahead': 8760 * hour,
  unset: 0,
} as const;

type Step =
  | { readonly do: 'answer'; readonly what: 'lesson' | 'practice'; readonly right: boolean }
  | { readonly do: 'sign in'; readonly who: 'siti' | 'budi' }
  | { readonly do: 'sign out' | 'say that it is mine' | 'kill' | 'wait' }
  | { readonly do: 'send'; readonly network: (typeof networks)[number] }
  /** Killed while sending: before the request, before or after its answer is written down. */
  | { readonly do: 'send and be killed'; readonly at: 'request' | 'answer' | 'written' }
  /** The other one signs in by another tab between choosing what to send and sending it. */
  | { readonly do: 'send while the other signs in' }
  | { readonly do: 'set the clock'; readonly to: keyof typeof clocks };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      what: fc.constantFrom('lesson' as const, 'practice' as const),
      right: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sign in' as const),
      who: fc.constantFrom('siti' as const, 'budi' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sign out' as const, 'say that it is mine' as const, 'kill' as const, 'wait' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), network: fc.constantFrom(...networks) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('send and be killed' as const),
      at: fc.constantFrom('request' as const, 'answer' as const, 'written' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send while the other signs in' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set the clock' as const),
      to: fc.constantFrom(...(Object.keys(clocks) as (keyof typeof clocks)[])),
    }),
  },
);

test('whatever happens, the server ends up with what was answered, each once, each under its own person', async () => {
  const services = await openTestServices();
  const known = { siti: await addTestPerson(services), budi: await addTestPerson(services, { login: 'budi' }) };
  vi.useFakeTimers({ toFake: ['Date'] });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      // Nobody may store without end in a day: each run has people of its own.
      const people = { siti: await addLike(services, known.siti), budi: await addLike(services, known.budi) };
      const world = openWorld(services, people);
      for (const it of steps) await world.take(it);
      await world.settle();
      expect(await listStored(services, world.answered)).toEqual(world.expected());
      expect(world.kept()).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

/** Somebody else with the same PIN: hashing one for each run would take longer than the runs. */
async function addLike({ db }: Services, { id }: Viewer): Promise<Viewer> {
  const copy = makeUuid();
  const [like] = await db.orm.select().from(person).where(eq(person.id, id));
  if (like === undefined) throw new Error('nobody to be like');
  const row = { ...like, id: copy, login: copy };
  await db.write([db.orm.insert(person).values(row)]);
  return viewerOf(row);
}

/** What the server must hold of one record in the end. */
interface Expected {
  readonly id: string;
  readonly person: string;
  readonly responses: number;
}

class Killed extends Error {}

function openWorld(services: Services, people: Readonly<Record<'siti' | 'budi', Viewer>>) {
  const store = openDurableOutbox(() => phoneNow());
  /** Owner of each record: undefined while nobody has said whose it is. */
  const owners = new Map<string, { person: string | undefined; responses: number }>();
  let signedIn: Viewer | undefined;
  let clock: keyof typeof clocks = 'right';
  let failures = 0;
  let page = 0;
  /** The phone's clock; an unset one began at 1970 and goes on from there. */
  const phoneNow = () => (clock === 'unset' ? Date.now() - Date.UTC(2026, 0, 1) : Date.now() + clocks[clock]);

  async function answer(what: 'lesson' | 'practice', right: boolean): Promise<void> {
    const at = new Date(phoneNow()).toISOString();
    const viewer = people.siti;
    const made = what === 'lesson' ? makeLessonRead(viewer) : makePractice(viewer, right ? {} : { responses: [] });
    const { person: _p, device: _d, seq: _s, ...rest } = made;
    const record = (
      rest.kind === 'attempt' ? { ...rest, answeredAt: at, startedAt: at } : { ...rest, answeredAt: at }
    ) as NewRecord;
    await store.outbox.put(record, signedIn?.id ?? null);
    owners.set(record.id, { person: signedIn?.id, responses: made.kind === 'attempt' ? made.responses.length : 0 });
  }

  async function claim(): Promise<void> {
    const person = signedIn?.id;
    if (person === undefined) return;
    const unnamed = (await store.outbox.list()).filter((entry) => entry.person === null);
    await store.outbox.update({ change: unnamed.map((entry) => ({ ...entry, person })) });
    for (const { id } of unnamed) owners.set(id, { responses: 0, ...owners.get(id), person });
  }

  async function serve(records: readonly unknown[]): Promise<Answer> {
    if (signedIn === undefined) return { kind: 'failed', status: 401 };
    try {
      // What travels is text.
      const sent = JSON.parse(JSON.stringify(records)) as unknown[];
      return { kind: 'receipts', receipts: await acceptRecords(services, signedIn, sent) };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'failed', status: 429, retryAfterSeconds: 1 };
      throw error;
    }
  }

  async function post(network: (typeof networks)[number], records: readonly unknown[]): Promise<Answer> {
    switch (network) {
      case 'request lost':
      case 'portal':
        return { kind: 'failed' };
      case 'busy':
        return { kind: 'failed', status: 503 };
      case 'session ended':
        return { kind: 'failed', status: 401 };
      case 'answer lost':
        await serve(records);
        return { kind: 'failed' };
      case 'half':
        return serve(records.slice(0, Math.ceil(records.length / 2)));
      default:
        return serve(records);
    }
  }

  async function send(
    how: Partial<Pick<Phone, 'post' | 'outbox'>> & { network?: (typeof networks)[number] },
  ): Promise<void> {
    const phone: Phone = {
      outbox: store.outbox,
      owner: `page-${page}`,
      person: () => signedIn?.id ?? null,
      accounts: (id) => [id],
      now: phoneNow,
      post: (records) => post(how.network ?? 'good', records),
      heard: () => undefined,
      ...how,
    };
    try {
      const end = await sendWaiting(phone, failures);
      failures = end.state === 'later' ? end.failures : 0;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      kill();
    }
  }

  function kill(): void {
    page += 1;
    failures = 0;
  }

  async function sendAndDie(at: 'request' | 'answer' | 'written'): Promise<void> {
    let written = false;
    await send({
      async post(records) {
        if (at === 'request') throw new Killed();
        const answer = await serve(records);
        if (at === 'answer') throw new Killed();
        written = true;
        return answer;
      },
      outbox: {
        ...store.outbox,
        async lease(owner, untilAt) {
          if (written) throw new Killed();
          return store.outbox.lease(owner, untilAt);
        },
      },
    });
  }

  async function sendWhileOtherSignsIn(): Promise<void> {
    await send({
      async post(records) {
        signedIn = signedIn === people.siti ? people.budi : people.siti;
        return serve(records);
      },
    });
  }

  return {
    get answered() {
      return [...owners.keys()];
    },
    async take(it: Step): Promise<void> {
      vi.advanceTimersByTime(1000);
      switch (it.do) {
        case 'answer':
          return answer(it.what, it.right);
        case 'sign in':
          signedIn = people[it.who];
          return;
        case 'sign out':
          signedIn = undefined;
          return;
        case 'say that it is mine':
          return claim();
        case 'kill':
          return kill();
        case 'wait':
          vi.advanceTimersByTime(hour);
          return;
        case 'send':
          return send({ network: it.network });
        case 'send and be killed':
          return sendAndDie(it.at);
        case 'send while the other signs in':
          return sendWhileOtherSignsIn();
        case 'set the clock':
          clock = it.to;
      }
    },
    /** The clock is mended and each of the two signs in now and then; the network, bad at first, is good in the end. */
    async settle(): Promise<void> {
      clock = 'right';
      for (let round = 0; round < 6; round += 1) {
        signedIn = round % 2 === 0 ? people.siti : people.budi;
        await claim();
        vi.advanceTimersByTime(Math.max(hour, timeoutMs));
        await send({ network: round < 2 ? 'answer lost' : 'good' });
      }
    },
    kept: () => store.entries(),
    expected: (): Expected[] =>
      [...owners]
        .map(([id, { person = '', responses }]) => ({ id, person, responses }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** A store like the phone's that survives a killed page: each call is one step, done or not done. */
function openDurableOutbox(phoneNow: () => number) {
  const entries = new Map<string, Entry>();
  let seq = -1;
  let held: { owner: string; untilAt: number } | undefined;
  const outbox: Outbox = {
    durable: true,
    async put(record, person) {
      if (entries.has(record.id)) return;
      seq += 1;
      entries.set(record.id, { id: record.id, seq, person, record: { ...record, device: 'hp-bersama', seq } });
    },
    list: async () => [...entries.values()].sort((a, b) => a.seq - b.seq),
    async update({ remove = [], change = [] }) {
      for (const id of remove) entries.delete(id);
      for (const entry of change) entries.set(entry.id, entry);
    },
    async lease(owner, untilAt) {
      const now = phoneNow();
      if (held && held.owner !== owner && held.untilAt > now && held.untilAt < now + 120_000) return false;
      held = { owner, untilAt };
      return true;
    },
  };
  return { outbox, entries: () => [...entries.values()] };
}

/** The records of these ids that the server holds, each with as many grades as it must have. */
async function listStored({ db }: Services, ids: readonly string[]): Promise<Expected[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT record.id, person, kind, json_array_length(body, '$.responses') AS responses,
        (SELECT count(*) FROM grade WHERE grade.record = record.id) AS grades
      FROM record JOIN json_each(?) AS wanted ON wanted.value = record.id ORDER BY record.id`,
    args: [JSON.stringify(ids)],
  });
  for (const { kind, grades } of rows) expect(grades).toBe(kind === 'attempt' ? 1 : 0);
  return rows.map(({ id, person, responses }) => ({
    id: String(id),
    person: String(person),
    responses: Number(responses ?? 0),
  }));
}
