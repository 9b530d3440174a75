import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { todayOn } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { expandCases } from '#domain/question/case.ts';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import { confirmSession } from '#server/accounts/auth.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, signedInCookie } from '../../support/database.ts';
import { watchQueries } from '../../support/query-plans.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// Standing guard: no page, receipt or report goes through a whole table, so that none costs more because others have stored more.

const quiz = { course: 'up-202', quiz: 'ujian-akhir' };
let server: TestServer;
let siti: Viewer;
let trainer: Viewer;
let cohort: string;
let meeting: string;
let attempt: string;
let cookies: Readonly<Record<'siti' | 'trainer' | 'coordinator', string>>;

beforeAll(async () => {
  server = await startServer();
  siti = await addTestPerson(server);
  trainer = await addTestPerson(server, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const coordinator = await addTestPerson(server, { login: 'pengurus', role: 'coordinator', name: 'Bu Wartini' });
  cookies = {
    siti: await signedInCookie(server, siti),
    trainer: await signedInCookie(server, trainer),
    coordinator: await signedInCookie(server, coordinator),
  };
  await confirmSession(server.db, cookies.trainer, false);
  const dates = { opensOn: undefined, closesOn: undefined };
  cohort = await createCohort(server, trainer, { course: quiz.course, name: 'Januari', dates });
  await addToCohort(server, trainer, { id: cohort, people: [siti.id] });
  meeting = await addMeeting(server, trainer, { cohort, heldOn: todayOn(), place: '' });
  attempt = makeUuid();
  await sendAttempt(attempt);
});

afterAll(() => server.stop());

async function sendAttempt(id: string): Promise<void> {
  const published = server.catalogue.quizzes.find(({ quiz: it }) => it.course === quiz.course && it.id === quiz.quiz);
  const seed = attemptSeed({ person: siti.id, ...quiz }, 0);
  const question = published && expandCases(drawnQuestions(published.quiz, seed))[0];
  const at = new Date().toISOString();
  const response = await server.request('/api/records', {
    method: 'POST',
    headers: { cookie: cookies.siti, 'content-type': 'application/json' },
    body: JSON.stringify({
      records: [
        {
          ...{ id, kind: 'attempt', person: siti.id, device: 'hp', seq: 1, answeredAt: at, startedAt: at, ...quiz },
          ...{ edition: published?.edition, seed },
          responses: question === undefined ? [] : [{ question: question.id, given: rightResponse(question) }],
        },
      ],
    }),
  });
  const { receipts } = (await response.json()) as { receipts: { outcome: string }[] };
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded']);
}

describe('nothing goes through a whole table:', () => {
  const pages: readonly [path: () => string, who: keyof typeof cookies][] = [
    [() => '/api/me', 'siti'],
    [() => '/saya/', 'siti'],
    [() => '/kursus/up-202/kuis/ujian-akhir/jawab/', 'siti'],
    [() => `/kursus/up-202/kuis/ujian-akhir/jawab/?hasil=${attempt}`, 'siti'],
    [() => '/kursus/up-202/hpp-keripik/dibaca/', 'siti'],
    [() => '/pelatih/', 'trainer'],
    [() => '/pelatih/peserta/', 'trainer'],
    [() => `/pelatih/peserta/${siti.id}/`, 'trainer'],
    [() => '/pelatih/laporan/', 'trainer'],
    [() => '/pengurus/', 'coordinator'],
    [() => '/pengurus/orang/', 'coordinator'],
    [() => '/pengurus/bantuan/', 'coordinator'],
    [() => '/bantuan/kuripan/', 'siti'],
    [() => '/pengurus/laporan/', 'coordinator'],
    [() => '/pengurus/laporan/laporan.xlsx', 'coordinator'],
    [() => `/pelatih/up-202/ujian-akhir/?angkatan=${cohort}`, 'trainer'],
    [() => `/pengurus/orang/${siti.id}/`, 'coordinator'],
    [() => '/pelatih/up-202/ujian-akhir/', 'trainer'],
    [() => '/pelatih/nilai.csv', 'trainer'],
    [() => `/pelatih/nilai.csv?angkatan=${cohort}`, 'trainer'],
    [() => '/pelatih/angkatan/', 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/pertemuan/${meeting}/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/pertemuan/${meeting}/lembar/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/sekilas/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/kertas/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/sebelum-sesudah/`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/kertas/?kuis=ujian-akhir&lembar=1-00000000`, 'trainer'],
    [() => `/pelatih/angkatan/${cohort}/kertas/kunci/?kuis=ujian-akhir`, 'trainer'],
  ];

  test.each(pages)('%s for %s', async (path, who) => {
    const watched = watchQueries(server.db);
    const { status } = await server.request(path(), { headers: { cookie: cookies[who] } });
    expect([path(), status]).toEqual([
      path(),
      path().includes('dibaca') ? 303 : path().includes('00000000') ? 404 : 200,
    ]);
    expect(watched.asked.size).toBeGreaterThan(0);
    expect(await watched.listScans()).toEqual([]);
  });

  test('a record and its receipt, new and sent again', async () => {
    const watched = watchQueries(server.db);
    const id = makeUuid();
    await sendAttempt(id);
    await server.request('/api/records', {
      method: 'POST',
      headers: { cookie: cookies.siti, 'content-type': 'application/json' },
      body: JSON.stringify({ records: [{ id }] }),
    });
    expect([...watched.asked.keys()].some((sql) => sql.startsWith('INSERT INTO record'))).toBe(true);
    expect(await watched.listScans()).toEqual([]);
  });

  test('forms of the staff', async () => {
    const watched = watchQueries(server.db);
    const post = (path: string, fields: Record<string, string>) =>
      server.request(path, {
        method: 'POST',
        headers: { cookie: cookies.trainer, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
    expect((await post(`/pelatih/peserta/${siti.id}/`, { act: 'admit', record: attempt })).status).toBe(303);
    expect((await post(`/pelatih/angkatan/${cohort}/`, { act: 'add', person: siti.id })).status).toBe(303);
    const meetingPath = `/pelatih/angkatan/${cohort}/pertemuan/${meeting}/`;
    expect((await post(meetingPath, { act: 'mark-rest', seen: '0' })).status).toBe(303);
    expect((await post(`/pelatih/angkatan/${cohort}/`, { act: 'remove', person: siti.id })).status).toBe(303);
    expect(await watched.listScans()).toEqual([]);
  });

  test('this guard sees a table that is gone through', async () => {
    const watched = watchQueries(server.db);
    await server.db.client.execute("SELECT * FROM record WHERE device = 'hp'");
    expect(await watched.listScans()).toEqual(["SCAN record: SELECT * FROM record WHERE device = 'hp'"]);
  });
});
