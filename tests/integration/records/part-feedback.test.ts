import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import type { Receipt } from '#domain/learning/record.ts';
import { addTestPerson, signedInCookie } from '../../support/database.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createWholeProject, type WholeProject } from '../../support/whole-project.ts';
import { makeUuid } from '#server/uuid.ts';

// Standing guard: as long as the policy of an exam keeps its answers back, two people who got different questions, or
// different parts of one, right for the same points are told the very same, by every way there is.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 });

const exam = `title: Ujian
mode: assessment
pass: 0.75
shuffle: false
attempts: 2
accept: [batas-percobaan-tanpa-jalan-keluar] # pelatih menolong di rumah belajar
questions:
  - id: ganda
    kind: multiple
    points: 4
    prompt: Mana saja?
    choices: [{ id: a, text: Satu }, { id: b, text: Dua }, { id: c, text: Tiga }, { id: d, text: Empat }]
    key: [a, c]
    rationale: RAHASIA ganda.
  - id: pasangan
    kind: match
    points: 2
    prompt: Pasangkan.
    pairs:
      - { left: { id: gula, text: Gula }, right: { id: ubah, text: Berubah } }
      - { left: { id: sewa, text: Sewa }, right: { id: tetap, text: Tetap } }
    rationale: RAHASIA pasangan.
  - id: isian
    kind: cloze
    points: 2
    prompt: Lengkapi.
    text: Dari [[satu]] ke [[dua]].
    blanks:
      satu: { accepted: [desa] }
      dua: { choices: [kota, laut], key: kota }
    rationale: RAHASIA isian.
  - id: urutan
    kind: order
    points: 4
    marking: places
    prompt: Urutkan.
    items: [{ id: buka, text: Buka }, { id: goreng, text: Goreng }, { id: aduk, text: Aduk }, { id: jual, text: Jual }]
    rationale: RAHASIA urutan.
  - id: kasus
    kind: case
    story: Bu Tini menjual keripik.
    rationale: RAHASIA kasus.
    questions:
      - id: bahan
        kind: multiple
        points: 2
        prompt: Bahan mana?
        choices: [{ id: p, text: Pisang }, { id: q, text: Quinoa }, { id: r, text: Roti }]
        key: [p, r]
        rationale: RAHASIA bahan.
      - id: label
        kind: true-false
        prompt: Perlu label.
        key: true
        rationale: RAHASIA label.
`;

/** Eight points each, by other halves of some questions and by other questions. */
const halves: Readonly<Record<'siti' | 'budi', Readonly<Record<string, unknown>>>> = {
  siti: {
    ganda: { choices: ['a'] },
    pasangan: { pairs: { gula: 'ubah', sewa: 'ubah' } },
    isian: { blanks: { satu: 'desa', dua: 'laut' } },
    urutan: { order: ['buka', 'goreng', 'jual', 'aduk'] },
    'kasus/bahan': { choices: ['p', 'r'] },
    'kasus/label': { value: false },
  },
  budi: {
    ganda: { choices: ['c'] },
    pasangan: { pairs: { gula: 'tetap', sewa: 'tetap' } },
    isian: { blanks: { satu: 'desa', dua: 'kota' } },
    urutan: { order: ['goreng', 'buka', 'aduk', 'jual'] },
    'kasus/bahan': { choices: ['r'] },
    'kasus/label': { value: false },
  },
};

let project: WholeProject;
let server: TestServer;
let people: Readonly<Record<'siti' | 'budi', { readonly viewer: Viewer; readonly cookie: string }>>;

beforeAll(async () => {
  project = createWholeProject({ 'courses/up-202/ujian-akhir.quiz.yaml': exam });
  expect(project.release()).toMatchObject({ status: 0 });
  server = await startServer({ dataFolder: project.dataFolder });
  const add = async (login: string) => {
    const viewer = await addTestPerson(server, { login, name: login });
    return { viewer, cookie: await signedInCookie(server, viewer) };
  };
  people = { siti: await add('siti'), budi: await add('budi') };
});

afterAll(async () => {
  await server?.stop();
  project?.remove();
});

test('before the policy allows it, nobody is told which part of an answer was right', async () => {
  const told = { siti: await submitAndLook('siti'), budi: await submitAndLook('budi') };
  expect(told.siti.receipts[0]).toMatchObject({
    outcome: 'recorded',
    grade: { earned: 8, possible: 15, passed: false, questions: [] },
  });
  expect(told.siti).toEqual(told.budi);
  expect(JSON.stringify(told)).not.toMatch(/RAHASIA|Jawaban yang benar:|rationale|"right"/);
  expect(told.siti.page).not.toMatch(/data-verdict|Hasil tiap soal|Baca lagi/);
});

test('with the last attempt both are told all, so this guard would see it', async () => {
  const { receipts, page } = await submitAndLook('siti');
  expect(receipts[0]?.grade?.questions[0]).toMatchObject({ right: 'Satu; Tiga', rationale: 'RAHASIA ganda.' });
  expect(page).toContain('RAHASIA kasus.');
  expect(page).toContain('Jawaban yang benar:');
  // Budi has an attempt left: what Siti may know is still kept from him.
  const { page: his } = await look('budi', await lastAttempt('budi'));
  expect(his).not.toMatch(/RAHASIA|Jawaban yang benar:/);
});

/** Sends one attempt twice and looks at all that is told of it, without names, ids and times. */
async function submitAndLook(who: 'siti' | 'budi') {
  const { viewer, cookie } = people[who];
  const published = server.catalogue.quizzes.find(({ quiz }) => quiz.id === 'ujian-akhir');
  const at = new Date().toISOString();
  const record = {
    ...{ id: makeUuid(), kind: 'attempt', person: viewer.id, device: 'hp', seq: 0, answeredAt: at, startedAt: at },
    ...{ course: 'up-202', quiz: 'ujian-akhir', edition: published?.edition, seed: 's' },
    responses: Object.entries(halves[who]).map(([question, given]) => ({ question, given })),
  };
  const receipts: Receipt[] = [];
  for (let times = 0; times < 2; times += 1) {
    const response = await server.request('/api/records', {
      ...{ method: 'POST', headers: { cookie, 'content-type': 'application/json' } },
      body: JSON.stringify({ records: [record] }),
    });
    const body = (await response.json()) as { receipts: Receipt[] };
    receipts.push(...body.receipts.map((it) => ({ ...it, id: '' })));
  }
  return { receipts, ...(await look(who, record.id)) };
}

async function look(who: 'siti' | 'budi', id: string) {
  const { viewer, cookie } = people[who];
  const read = async (path: string) =>
    (await (await server.request(path, { headers: { cookie } })).text())
      .replace(/<head>.*?<\/head>/s, '')
      // The name's first letter.
      .replace(/<name-chip.*?<\/name-chip>/s, '')
      .replaceAll(id, '<id>')
      .replaceAll(viewer.id, '<person>')
      .replaceAll(who, '<name>')
      .replace(/\d{1,2} \p{L}+ \d{4}(?:,? (?:pukul )?\d\d[.:]\d\d)?/gu, '<when>')
      .replace(/"(since|at)":"?[^,}]+/g, '"$1":0');
  return { page: await read(`/kursus/up-202/kuis/ujian-akhir/jawab/?hasil=${id}`), me: await read('/api/me') };
}

async function lastAttempt(who: 'siti' | 'budi'): Promise<string> {
  const { rows } = await server.db.client.execute({
    sql: 'SELECT id FROM record WHERE person = ? ORDER BY recorded_at DESC LIMIT 1',
    args: [people[who].viewer.id],
  });
  return String(rows[0]?.id);
}
