import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDraft } from '#server/studio/make-draft.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { addPicture } from '#server/studio/media/pictures.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, signedInCookie } from '../../support/database.ts';
import { todayOn } from '#domain/local-date.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { findLesson } from '#domain/course/catalogue.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { phoneJpeg } from '../../support/photos.ts';
import { makeSheet } from '../../support/records.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// Standing guard: who may open which page of the staff. A route for staff belongs into this table.

const viewers = [
  ...(['nobody', 'participant', 'trainer', 'otherTrainer', 'coordinator', 'keeper', 'otherCoordinator'] as const),
] as const;
type Who = (typeof viewers)[number];
/** The keeper is answered as a coordinator, but where the table says otherwise. */
type Answers = Readonly<Record<Exclude<Who, 'keeper'>, number> & { keeper?: number }>;

const staff: Answers = { ...all(200), nobody: 303, participant: 403 };
const ofTheHouse: Answers = { ...staff, otherTrainer: 404, otherCoordinator: 404 };
const coordinators: Answers = { ...staff, trainer: 403, otherTrainer: 403 };
const moving: Answers = { ...coordinators, coordinator: 303, otherCoordinator: 404 };
const keeper: Answers = { ...coordinators, coordinator: 403, otherCoordinator: 403, keeper: 200 };

const pages: readonly [path: string, answers: Answers][] = [
  ['/pelatih/', staff],
  ['/pelatih/peserta/', staff],
  ['/pelatih/peserta/<siti>/', ofTheHouse],
  ['/pelatih/peserta/<siti>/lembar/<sheet>/', ofTheHouse],
  ['/pelatih/laporan/', staff],
  ['/pelatih/angkatan/', staff],
  ['/pelatih/angkatan/<cohort>/', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/sekilas/', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/kertas/', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/sebelum-sesudah/', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/kertas/?kuis=ujian-akhir', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/kertas/lembar/?kuis=ujian-akhir', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/kertas/kunci/?kuis=ujian-akhir', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/pertemuan/<meeting>/', ofTheHouse],
  ['/pelatih/angkatan/<cohort>/pertemuan/<meeting>/lembar/', ofTheHouse],
  ['/pelatih/naskah/', staff],
  ['/pelatih/naskah/baru/', staff],
  ['/pelatih/naskah/kursus-baru/', staff],
  ['/pelatih/naskah/<naskah>/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/beda/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/nilai-ulang/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/pelajaran/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/susunan/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/kuis/ujian-akhir/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/kuis/ujian-akhir/soal/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/kuis/ujian-akhir/satu-soal/?jenis=single', ofTheHouse],
  ['/pelatih/naskah/<naskah>/kuis/ujian-akhir/berkas/', ofTheHouse],
  ['/pelatih/naskah/contoh-soal.csv', staff],
  ['/pelatih/naskah/<naskah>/daftar/istilah/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/sumber/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/daftar/jawaban/isian/?id=dipukul-majikan', ofTheHouse],
  ['/pelatih/naskah/<naskah>/coba/ujian-akhir/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/pratinjau/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/gambar/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/suara/hpp-keripik/', ofTheHouse],
  ['/pelatih/naskah/<naskah>/berkas/timbangan.jpg', { ...ofTheHouse, nobody: 401 }],
  ['/pelatih/naskah/<naskah>/berkas/course.yaml', { ...ofTheHouse, nobody: 401, trainer: 404, coordinator: 404 }],
  ['/pelatih/naskah/riwayat/up-202/hpp-keripik/', staff],
  ['/pengurus/', coordinators],
  ['/pengurus/laporan/', coordinators],
  ['/pengurus/laporan/laporan.csv', coordinators],
  ['/pengurus/laporan/laporan.xlsx', coordinators],
  ['/pengurus/laporan/kabupaten.csv', coordinators],
  ['/pengurus/laporan/kabupaten/', coordinators],
  ['/pengurus/laporan/catatan.jsonl', { ...coordinators, coordinator: 303, otherCoordinator: 303 }],
  ['/pelatih/up-202/ujian-akhir/', staff],
  ['/pelatih/up-202/ujian-akhir/?angkatan=<cohort>', ofTheHouse],
  ['/pengurus/poster/', coordinators],
  ['/pengurus/perbuatan/', coordinators],
  ['/pengurus/tawaran/', coordinators],
  ['/pengurus/bantuan/', coordinators],
  ['/pengurus/mesin/', keeper],
  ['/pengurus/rumah/', keeper],
  ['/pengurus/rumah/kuripan/', keeper],
  ['/pengurus/rumah/tidak-ada/', { ...keeper, keeper: 404 }],
  ['/pengurus/mesin/lembar/', { ...keeper, keeper: 303 }],
  ['/pengurus/mesin/cadangan.age', { ...keeper, keeper: 303 }],
  ['/pengurus/orang/', coordinators],
  ['/pengurus/orang/baru/', coordinators],
  ['/pengurus/orang/impor/', coordinators],
  ['/pengurus/orang/contoh.csv', coordinators],
  ['/pengurus/orang/daftar.csv', { ...coordinators, coordinator: 303, otherCoordinator: 303 }],
  ['/pelatih/angkatan/<cohort>/kode/', ofTheHouse],
  ['/saya/pengaman/', { ...staff, participant: 404 }],
  ['/pengurus/kartu/?orang=<siti>', coordinators],
  ['/pengurus/orang/<siti>/', { ...coordinators, otherCoordinator: 404 }],
];

let server: TestServer;
const cookies = new Map<Who, string>();
let siti: string;
let naskah: string;
let cohort: string;
let meeting: string;
let sheet: string;
beforeAll(async () => {
  server = await startServer();
  await add('participant', { login: 'budi', role: 'participant', name: 'Budi' });
  const owner = await addTestPerson(server, { login: 'siti', name: 'Siti Aminah' });
  siti = owner.id;
  sheet = await showSheet(owner);
  const tonoId = await add('trainer', { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const trainer = await addTestPerson(server, { login: 'slamet', role: 'trainer', name: 'Pak Slamet' });
  const dates = { opensOn: undefined, closesOn: undefined };
  cohort = await createCohort(server, trainer, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(server, trainer, { id: cohort, people: [siti] });
  meeting = await addMeeting(server, trainer, { cohort, heldOn: todayOn(), place: '' });
  const tono = { id: tonoId, login: 'tono', name: 'Pak Tono', role: 'trainer', house: 'kuripan' } as const;
  const lesson = { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
  naskah = await makeDraft(server, tono, lesson);
  const picture = { bytes: phoneJpeg(), alt: 'Timbangan', caption: '', people: 'none' as const, section: 0 };
  const draft = await requireDraft(server.db, tono, naskah);
  await addPicture(server, tono, { draft, lesson: 'hpp-keripik' }, picture);
  await add('otherTrainer', { login: 'rahmat', role: 'trainer', name: 'Pak Rahmat', house: 'tracap' });
  await add('coordinator', { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  await add('keeper', { login: 'endah', role: 'coordinator', name: 'Bu Endah' });
  await nameKeeper(server.db, 'endah');
  await add('otherCoordinator', { login: 'retno', role: 'coordinator', name: 'Bu Retno', house: 'tracap' });
});
afterAll(() => server.stop());

describe.each(pages)('%s', (path, answers) => {
  test.each(viewers)('for %s', async (who) => {
    const response = await get(path, who);
    expect(response.status).toBe(answerFor(answers, who));
    if (response.status === 303)
      expect(response.headers.get('location')).toMatch(
        who === 'nobody' ? /^\/masuk\/\?next=/ : /^\/pelatih\/pastikan\//,
      );
    if (response.status !== 200) expect(await response.text()).not.toContain('Siti');
  });
});

/** Forms that change nothing where they are refused. */
const forms: (readonly [path: string, fields: Readonly<Record<string, string>>, answers: Answers])[] = [
  ['/pelatih/peserta/<siti>/', { act: 'clear-pin' }, ofTheHouse],
  ...['renew', 'close'].map(
    (act) => ['/pelatih/angkatan/<cohort>/kode/', { act }, { ...ofTheHouse, trainer: 303, coordinator: 303 }] as const,
  ),
  ...[
    { act: 'save', name: 'Februari', trainer: '<none>', place: '' },
    { act: 'add', person: '<none>' },
    { act: 'remove', person: '<none>' },
    { act: 'meeting', heldOn: '2027-02-31' },
    { act: 'what' },
  ].map((fields): (typeof forms)[number] => [
    '/pelatih/angkatan/<cohort>/',
    fields,
    { ...ofTheHouse, ...ofOwnHouse(fields.act === 'remove' ? 404 : 422) },
  ]),
  ...['dates', 'open-exam', 'close-exam', 'close', 'reopen'].map((act): (typeof forms)[number] => [
    '/pelatih/angkatan/<cohort>/',
    { act },
    { ...ofTheHouse, ...ofOwnHouse(303) },
  ]),
  [
    '/pelatih/angkatan/<cohort>/pertemuan/<meeting>/',
    { act: 'mark-rest', seen: '0' },
    { ...ofTheHouse, ...ofOwnHouse(303) },
  ],
  ['/pelatih/angkatan/<cohort>/pertemuan/<meeting>/', { act: 'call-off' }, { ...ofTheHouse, ...ofOwnHouse(409) }],
  [
    '/pelatih/angkatan/<cohort>/kertas/',
    { quiz: 'ujian-akhir', person: 'nobody', heldOn: '2026-11-01' },
    { ...ofTheHouse, ...ofOwnHouse(422) },
  ],
  ['/pengurus/orang/<siti>/', { act: 'clear-pin' }, { ...coordinators, otherCoordinator: 404 }],
  [
    '/pengurus/orang/<siti>/',
    { act: 'deactivate', changed: '<changed>' },
    { ...coordinators, coordinator: 303, otherCoordinator: 404 },
  ],
  [
    '/pengurus/orang/<siti>/',
    { act: 'activate', changed: '<changed>' },
    { ...coordinators, coordinator: 303, otherCoordinator: 404 },
  ],
  [
    '/pengurus/orang/<siti>/',
    { act: 'save', name: 'Siti Aminah', role: 'participant', changed: '<changed>' },
    { ...coordinators, coordinator: 303, otherCoordinator: 404 },
  ],
  [
    '/pengurus/orang/<siti>/',
    { act: 'erase', confirm: 'tidak' },
    { ...coordinators, coordinator: 422, otherCoordinator: 404 },
  ],
  ['/saya/pengaman/', { act: 'tidak-ada' }, { ...all(422), nobody: 303, participant: 404 }],
  // There is none to clear, which is told to those alone who might.
  [
    '/pengurus/orang/<siti>/',
    { act: 'clear-second-step' },
    { ...coordinators, coordinator: 404, otherCoordinator: 404 },
  ],
  ['/pengurus/orang/<siti>/', { act: 'void-card' }, { ...coordinators, coordinator: 303, otherCoordinator: 404 }],
  ...[{ act: 'save', name: 'Siti', role: 'participant' }, { act: 'deactivate' }].map(
    (fields) =>
      ['/pengurus/orang/<siti>/', fields, { ...coordinators, coordinator: 409, otherCoordinator: 404 }] as const,
  ),
  ['/pengurus/mesin/', { act: 'backup' }, { ...keeper, keeper: 422 }],
  ['/pengurus/mesin/lembar/', { act: 'make-sheet' }, { ...keeper, keeper: 303 }],
  ['/pengurus/mesin/lembar/', { act: 'use-sheet', words: 'satu dua' }, { ...keeper, keeper: 303 }],
  ['/pengurus/poster/', { wifi: 'Rumah', password: 'sawah' }, coordinators],
  ['/pelatih/naskah/<naskah>/', { act: 'remark', note: '' }, { ...ofTheHouse, trainer: 422, coordinator: 422 }],
  [
    '/pelatih/naskah/<naskah>/',
    { act: 'withdraw', lesson: 'hpp-keripik' },
    { ...ofTheHouse, trainer: 422, coordinator: 422 },
  ],
  [
    '/pelatih/naskah/<naskah>/pelajaran/hpp-keripik/',
    { text: 'x', base: '' },
    { ...ofTheHouse, trainer: 409, coordinator: 409 },
  ],
  [
    '/pelatih/naskah/<naskah>/susunan/hpp-keripik/',
    { act: 'remove', at: '0', base: 'x' },
    { ...ofTheHouse, trainer: 409, coordinator: 409 },
  ],
  ['/pelatih/naskah/<naskah>/nilai-ulang/', {}, { ...ofTheHouse, trainer: 403, coordinator: 409 }],
  ['/pelatih/naskah/<naskah>/gambar/hpp-keripik/', { alt: '' }, { ...ofTheHouse, trainer: 422, coordinator: 422 }],
  ['/pelatih/naskah/<naskah>/suara/hpp-keripik/', { act: 'add' }, { ...ofTheHouse, trainer: 422, coordinator: 422 }],
  [
    '/pelatih/naskah/<naskah>/gambar/hpp-keripik/',
    { drop: 'tidak-ada.jpg' },
    { ...ofTheHouse, trainer: 404, coordinator: 404 },
  ],
  [
    '/pelatih/naskah/<naskah>/kuis/ujian-akhir/soal/',
    { act: 'tidak-ada', soal: 'x' },
    { ...ofTheHouse, trainer: 422, coordinator: 422 },
  ],
  ...[{ act: 'choose', fact: 'M-TIDAK-ADA' }, { act: 'add' }].map((fields): (typeof forms)[number] => [
    '/pelatih/naskah/<naskah>/sumber/markup-atau-margin/',
    fields,
    { ...ofTheHouse, ...ofOwnHouse(422) },
  ]),
  [
    '/pelatih/naskah/kursus-baru/',
    { id: '019bff4a-0000-7000-8000-000000000001', 'f.code': 'x' },
    { ...staff, trainer: 422, otherTrainer: 422, coordinator: 422, otherCoordinator: 422 },
  ],
  [
    '/pelatih/naskah/<naskah>/daftar/istilah/isian/',
    { seen: '', 'f.term': 'hpp' },
    { ...ofTheHouse, ...ofOwnHouse(422) },
  ],
  [
    '/pelatih/naskah/baru/',
    { list: 'tidak-ada', id: '019bff4a-0000-7000-8000-000000000000' },
    { ...staff, trainer: 422, otherTrainer: 422, coordinator: 422, otherCoordinator: 422 },
  ],
  ...[
    { act: 'take', quiz: 'x', seen: '' },
    { act: 'check', text: 'x' },
  ].map((fields): (typeof forms)[number] => [
    '/pelatih/naskah/<naskah>/kuis/ujian-akhir/berkas/',
    fields,
    { ...ofTheHouse, ...ofOwnHouse(fields.act === 'take' ? 409 : 422) },
  ]),
  [
    '/pelatih/naskah/<naskah>/kuis/ujian-akhir/satu-soal/?jenis=single',
    { seen: '' },
    { ...ofTheHouse, trainer: 422, coordinator: 422 },
  ],
  [
    '/pelatih/naskah/baru/',
    { course: 'tidak-ada', lesson: 'a' },
    { ...staff, trainer: 422, otherTrainer: 422, coordinator: 422, otherCoordinator: 422 },
  ],
  ['/pengurus/orang/<siti>/', { act: 'offer', house: 'lipursari', changed: '<changed>' }, moving],
  ['/pengurus/orang/<siti>/', { act: 'withdraw-offer' }, moving],
  [
    '/pengurus/orang/<siti>/',
    { act: 'merge', other: 'siti' },
    { ...coordinators, coordinator: 422, otherCoordinator: 404 },
  ],
  [
    '/pengurus/tawaran/',
    { act: 'accept', person: '<siti>' },
    { ...coordinators, coordinator: 404, otherCoordinator: 404 },
  ],
  [
    '/pengurus/tawaran/',
    { act: 'decline', person: '<siti>' },
    { ...coordinators, coordinator: 404, otherCoordinator: 404 },
  ],
  ['/pengurus/rumah/', { id: 'a b' }, { ...keeper, keeper: 422 }],
  ['/pengurus/rumah/tidak-ada/', { name: 'X' }, { ...keeper, keeper: 404 }],
  ['/pengurus/rumah/tidak-ada/', { act: 'name-coordinator', name: 'X' }, { ...keeper, keeper: 404 }],
  ['/pengurus/rumah/tracap/', { act: 'name-coordinator', name: 'Wati' }, { ...keeper, keeper: 409 }],
  ['/pengurus/rumah/tracap/', { act: 'clear-pin', person: '<siti>' }, { ...keeper, keeper: 404 }],
  ['/pengurus/rumah/tracap/', { act: 'clear-second-step', person: '<siti>' }, { ...keeper, keeper: 404 }],
  ['/pengurus/orang/baru/', { name: 'Wati', role: 'participant' }, coordinators],
  ['/pengurus/orang/impor/', { text: 'Ratmi', act: 'check' }, coordinators],
  // The keeper, who comes second, is asked whether it is the same Ratmi.
  ['/pengurus/orang/impor/', { text: 'Ratmi', act: 'import' }, { ...coordinators, keeper: 422 }],
];

describe.each(forms)('POST %s %o', (path, fields, answers) => {
  test.each(viewers)('for %s', async (who) => {
    const before = await stateOf();
    const response = await post(path, fields, who);
    expect(response.status).toBe(answerFor(answers, who));
    const isTaken = response.status === 200 || (response.status === 303 && who !== 'nobody');
    if (!isTaken) expect(await stateOf()).toEqual(before);
  });
});

test('lists of another house name nobody of this one', async () => {
  for (const path of ['/pelatih/', '/pelatih/peserta/', '/pengurus/']) {
    expect(await (await get(path, 'otherCoordinator')).text()).not.toContain('Siti');
  }
  expect(await (await get('/pelatih/peserta/', 'trainer')).text()).toContain('Siti Aminah');
});

function get(path: string, who: Who): Promise<Response> {
  const cookie = cookies.get(who);
  return server.request(addressOf(path), { headers: cookie === undefined ? {} : { cookie } });
}

async function post(path: string, fields: Readonly<Record<string, string>>, who: Who): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
  const cookie = cookies.get(who);
  if (cookie !== undefined) headers.set('cookie', cookie);
  const { rows } = await server.db.client.execute({ sql: 'SELECT changed_at FROM person WHERE id = ?', args: [siti] });
  const body = new URLSearchParams(fields).toString().replace('%3Cchanged%3E', String(rows[0]?.changed_at));
  return server.request(addressOf(path), { method: 'POST', headers, body });
}

function addressOf(path: string): string {
  return path
    .replace('<siti>', siti)
    .replace('<naskah>', naskah)
    .replace('<cohort>', cohort)
    .replace('<meeting>', meeting)
    .replace('<sheet>', sheet);
}

/** All that is kept of people's accounts and cohorts, but who looked at them. */
async function stateOf(): Promise<unknown> {
  const people = await server.db.client.execute('SELECT * FROM person ORDER BY id');
  const deeds = await server.db.client.execute("SELECT * FROM deed WHERE act <> 'look' ORDER BY id");
  const tables = [
    'cohort_setting',
    'cohort_dates',
    'cohort_member',
    'meeting',
    'meeting_setting',
    'attendance',
    'record',
    'offer',
    'house_setting',
    'house_page',
    'merge',
  ];
  const cohorts = await Promise.all(tables.map((table) => server.db.client.execute(`SELECT * FROM ${table}`)));
  return [people.rows, deeds.rows, ...cohorts.map(({ rows }) => rows)].map((rows) => rows.map((row) => ({ ...row })));
}

async function add(who: Who, it: Parameters<typeof addTestPerson>[1]): Promise<string> {
  const person = await addTestPerson(server, it);
  cookies.set(who, await signedInCookie(server, person));
  return person.id;
}

/** A sheet that somebody shows to the trainer; answers its id. */
async function showSheet(owner: Viewer): Promise<string> {
  const edition = findLesson(server.catalogue, 'up-202', 'hpp-keripik')?.edition ?? '';
  const shown = makeSheet(owner, { lesson: 'hpp-keripik', edition });
  const [receipt] = await acceptRecords(server, owner, [shown]);
  expect(receipt?.outcome).toBe('recorded');
  return shown.id;
}

function ofOwnHouse(status: number): Partial<Answers> {
  return { trainer: status, coordinator: status };
}

function all(status: number): Answers {
  return Object.fromEntries(viewers.flatMap((who) => (who === 'keeper' ? [] : [[who, status]]))) as unknown as Answers;
}

function answerFor(answers: Answers, who: Who): number {
  return who === 'keeper' ? (answers.keeper ?? answers.coordinator) : answers[who];
}
