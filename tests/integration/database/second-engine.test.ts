import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { LearningRecord, Receipt } from '#domain/learning/record.ts';
import { editionOf } from '#content/edition.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { addPerson } from '#server/people/people.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { makeUuid } from '#server/uuid.ts';
import { readCurrentCatalogue } from '#server/release/release.ts';
import { makeFolder } from '../../support/database.ts';
import { type HostProcess, releaseCatalogue, startHostProcess } from '../../support/host-process.ts';
import { makeAttempt } from '../../support/records.ts';
import { findTurso, openTursoDatabase, type TursoDatabase } from '../../support/turso-database.ts';

// The same product on an engine that shares no line with SQLite: what holds here is not owed to one library.

const turso = findTurso();
if (turso === undefined)
  console.log('second-engine: left out, the package "turso" brings no program for this machine.');

const token = 'rahasia';
const pin = '482715';
const passphrase = 'sawah hijau pagi';

interface Houses {
  readonly one: HostProcess;
  readonly two: HostProcess;
  readonly engine: TursoDatabase;
  readonly db: Database;
  readonly catalogue: Catalogue;
}

async function openTwoHosts(program: string): Promise<Houses> {
  const engine = await openTursoDatabase(program, join(makeFolder(), 'shared.db'), token);
  const env = { DATABASE_URL: engine.url, DATABASE_AUTH_TOKEN: token, LOG_LEVEL: 'silent' };
  const one = await startHostProcess(makeFolder(), { env });
  const two = await startHostProcess(makeFolder(), { env, secretsOf: one.dataFolder });
  const db = await openDatabase({ url: engine.url, authToken: token });
  onTestFinished(() => db.close());
  const catalogue = readCurrentCatalogue(one.dataFolder);
  if (catalogue === undefined) throw new Error('no catalogue');
  return { one, two, engine, db, catalogue };
}

/** The `Cookie` header that a page's form gives. */
async function enter(host: HostProcess, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answered = await host.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  expect(answered.status).toBe(303);
  return answered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function send(host: HostProcess, cookie: string, records: readonly LearningRecord[]): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return host.request('/api/records', { ...{ method: 'POST', headers, cookie }, body: JSON.stringify({ records }) });
}

async function receiptsOf(answered: Response): Promise<readonly Receipt[]> {
  expect(answered.status).toBe(200);
  return ((await answered.json()) as { receipts: Receipt[] }).receipts;
}

function lessonsRead({ lessons }: Catalogue, person: string, count: number): LearningRecord[] {
  const base = { kind: 'lesson-read', person, device: makeUuid(), answeredAt: new Date().toISOString() } as const;
  return Array.from({ length: count }, (_, at) => {
    const published = lessons[at % lessons.length];
    if (published === undefined) throw new Error('no lesson');
    const { lesson, edition } = published;
    return { ...base, id: makeUuid(), seq: at + 1, course: lesson.course, lesson: lesson.id, edition };
  });
}

test.skipIf(turso === undefined)(
  'two hosts as programs of their own, on Turso, do what they do on SQLite',
  async () => {
    const { one, two, engine, db, catalogue } = await openTwoHosts(turso ?? '');

    // The address that one printed opens the set-up page of two.
    const kode = /kode=([\w-]+)/.exec(one.program.said())?.[1] ?? '';
    const house = catalogue.houses[0]?.id ?? '';
    const setup = { house, name: 'Bu Retno', login: 'retno', secret: passphrase, secret2: passphrase };
    await enter(two, '/pengurus/mulai/', { kode, ...setup });
    const pepper = await openPepper(db, one.dataFolder);
    const { person } = await addPerson(
      { db, catalogue, pepper },
      {
        ...{ house, role: 'participant', name: 'Siti Aminah', login: 'siti', secret: pin },
      },
    );
    const cookies = await Promise.all(
      [one, two].map((host) => enter(host, '/masuk/', { login: 'siti', secret: pin, next: '/saya/' })),
    );
    const [cookie = ''] = cookies;
    expect(await (await two.request('/api/me', { cookie })).json()).toMatchObject({ viewer: { login: 'siti' } });

    const records = lessonsRead(catalogue, person.id, 200);
    const halves = [records.slice(0, 100), records.slice(100)];
    const answers = await Promise.all(
      halves.flatMap((half) => [one, two].map(async (host) => receiptsOf(await send(host, cookie, half)))),
    );
    const outcomes = new Map(records.map(({ id }) => [id, [] as string[]]));
    for (const { id, outcome } of answers.flat()) outcomes.get(id)?.push(outcome);
    for (const both of outcomes.values()) expect(both.sort()).toEqual(['duplicate', 'recorded']);
    const count = async (): Promise<unknown> =>
      (await db.client.execute('SELECT count(*) AS n FROM record')).rows[0]?.n;
    expect(await count()).toBe(200);

    // A release on one alone: its edition is graded by the host that has never seen it.
    const practice = catalogue.quizzes.find(({ quiz }) => quiz.mode === 'practice');
    if (practice === undefined) throw new Error('no practice');
    const quiz = { ...practice.quiz, title: `${practice.quiz.title} (baru)` };
    const edition = editionOf(quiz);
    const id = await releaseCatalogue(one.dataFolder, (before) => ({
      ...before,
      quizzes: before.quizzes.map((it) => (it.edition === practice.edition ? { quiz, edition } : it)),
    }));
    await vi.waitFor(async () => expect(await (await one.request('/healthz')).json()).toMatchObject({ release: id }), {
      ...{ timeout: 20_000, interval: 100 },
    });
    expect(await (await two.request('/healthz')).json()).not.toMatchObject({ release: id });
    const attempt = makeAttempt(person, quiz, { edition });
    const old = makeAttempt(person, practice.quiz, { edition: practice.edition });
    const [graded] = await receiptsOf(await send(two, cookie, [attempt]));
    expect(graded).toMatchObject({ outcome: 'recorded', grade: { ratio: 1 } });
    expect(await receiptsOf(await send(one, cookie, [old]))).toMatchObject([{ outcome: 'recorded' }]);

    const late = lessonsRead(catalogue, person.id, 3);
    await engine.cut();
    for (const host of [one, two]) {
      const away = await send(host, cookie, late);
      expect(away.status).toBe(503);
      expect(away.headers.get('retry-after')).toBe('10');
      expect((await host.request('/kursus/')).status).toBe(200);
    }
    await engine.start();
    expect(await count()).toBe(202);
    for (const [host, outcome] of [
      [two, 'recorded'],
      [one, 'duplicate'],
    ] as const) {
      const receipts = await receiptsOf(await send(host, cookie, late));
      expect(receipts.map((it) => it.outcome)).toEqual([outcome, outcome, outcome]);
    }

    await expect(db.client.execute('DELETE FROM record')).rejects.toThrow(/append-only/);
    const wrong = { method: 'POST', body: new URLSearchParams({ login: 'siti', secret: '482714', next: '/' }) };
    const tries: number[] = [];
    for (let at = 0; at < 6; at++) tries.push((await (at % 2 ? one : two).request('/masuk/', wrong)).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await erasePerson(db, 'siti', person.id)).toMatchObject({ records: 205 });
    expect(await count()).toBe(0);
    expect((await two.request('/saya/', { cookie })).status).toBe(303);
    for (const { program } of [one, two]) {
      program.child.kill('SIGTERM');
      expect(await program.ended()).toBe(0);
    }
  },
  120_000,
);
