import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { keepWork } from '#server/studio/writing/work.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, signedInCookie } from '../../support/database.ts';
import { phoneJpeg, phonePng, place } from '../../support/photos.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let trainer: Viewer;
let cookie: string;
beforeAll(async () => {
  server = await startServer();
  trainer = await addTestPerson(server, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  cookie = await signedInCookie(server, trainer);
});
afterAll(() => server.stop());

// Standing guard, also for new versions of Astro: what a trainer looks at is what participants will get.
test('every lesson looks before it is published, byte for byte, as it does in the release', async () => {
  const drafts = new Map<string, string>();
  const others: string[] = [];
  for (const { lesson } of server.catalogue.lessons) {
    const { course, id } = lesson;
    const draft = drafts.get(course) ?? (await begin(course, id));
    drafts.set(course, draft);
    const released = await (await server.request(`/kursus/${course}/${id}/`)).text();
    const shown = await (await preview(draft, id)).text();
    if (shown !== released) others.push(`${course}/${id}: ${firstDifference(released, shown)}`);
  }
  expect(others).toEqual([]);
  expect(server.catalogue.lessons.length).toBeGreaterThan(40);
}, 120_000);

test('a preview runs in a sandbox and is for nobody’s store or search engine', async () => {
  const response = await preview(await begin('up-202', 'hpp-keripik'), 'hpp-keripik');
  expect(response.headers.get('content-security-policy')).toContain('sandbox allow-scripts');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-robots-tag')).toBe('noindex');
});

test('a preview may stand in a frame of ours, the page beside it may hold one, and nothing else may do either', async () => {
  const draft = await begin('up-202', 'hpp-keripik');
  const shown = await preview(draft, 'hpp-keripik');
  const writing = await server.request(`/pelatih/naskah/${draft}/pelajaran/hpp-keripik/`, { headers: { cookie } });
  const released = await server.request('/kursus/up-202/hpp-keripik/');
  const framing = (response: Response) => {
    const policy = response.headers.get('content-security-policy') ?? '';
    return [policy.match(/frame-\w+ '\w+'/g), response.headers.get('x-frame-options')];
  };
  expect(framing(shown)).toEqual([["frame-ancestors 'self'"], 'SAMEORIGIN']);
  expect(framing(writing)).toEqual([["frame-src 'self'", "frame-ancestors 'none'"], 'DENY']);
  expect(framing(released)).toEqual([["frame-ancestors 'none'"], 'DENY']);
});

test('a preview is shown as by day or by night where that is asked for, and is else no other page', async () => {
  const draft = await begin('up-202', 'hpp-keripik');
  const page = await (await preview(draft, 'hpp-keripik')).text();
  const ask = async (theme: string) => (await preview(draft, 'hpp-keripik', `?warna=${theme}`)).text();
  expect(await ask('dark')).toBe(page.replace('<html lang="id">', '<html lang="id" data-theme="dark">'));
  expect(await ask('"><script>')).toBe(page);
});

test('what a page in the sandbox fetches is never what another page keeps of it', async () => {
  const page = await (await server.request('/kursus/up-202/hpp-keripik/')).text();
  const script = /\/_astro\/[^"']+\.js/.exec(page)?.[0] ?? '';
  const [own, foreign] = await Promise.all([
    server.request(script),
    server.request(script, { headers: { origin: 'null' } }),
  ]);
  expect([own, foreign].map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, '*']);
  expect([own, foreign].map(({ headers }) => headers.get('vary'))).toEqual(Array(2).fill('Accept-Encoding, Origin'));
});

test('a photo of a draft is shown before any release knows it, and its place is in no page', async () => {
  const draft = await begin('up-202', 'hpp-keripik');
  const sent = { alt: 'Timbangan dapur', caption: 'Timbang dulu', people: 'agreed', section: '0' };
  const added = await sendPhoto(draft, { ...sent, photo: phoneJpeg(6) });
  expect([added.status, added.headers.get('location')]).toEqual([303, expect.stringContaining('?selesai=ya')]);
  const page = await (await preview(draft, 'hpp-keripik')).text();
  expect(page).toMatch(
    /<img src="data:image\/jpeg;base64,[\w+/=]+" alt="Timbangan dapur" width="2" height="3" [^>]*>\s*<figcaption>Timbang dulu/,
  );
  expect(Buffer.from(/base64,([^"]+)/.exec(page)?.[1] ?? '', 'base64').includes(place)).toBe(false);
});

test.each([
  ['300 KB', 300 * 1024, 422, 'Foto ini lebih dari 200 KB'],
  ['3 MB', 3 * 1024 * 1024, 413, 'Kiriman terlalu besar'],
])('a photo of %s that no script made small is refused in a sentence', async (_, bytes, status, said) => {
  const photo = phonePng(500, bytes / 1500, randomBytes(1501 * (bytes / 1500)));
  const response = await sendPhoto(await begin('up-202', 'hpp-keripik'), { alt: 'a', people: 'none', photo });
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(said)]);
});

test.each([
  ['a picture that is not there', 'Kalimat.\n\n<Figure src="tidak-ada.svg" alt="Kosong" />', 'tidak-ada.svg'],
  ['a box that is not closed', '<Note kind="tip">\n\nIsi.\n', 'belum ditutup'],
  ['a term that is not there', 'Ini <Term id="tidak-ada-ini">kata</Term> baru.', 'tidak-ada-ini'],
  ['a quiz that is an exam', '<Quiz id="ujian-akhir" />', 'adalah ujian'],
  ['three hundred and one paragraphs', 'Satu.\n\n'.repeat(301), 'Paling banyak 300'],
  ['sixty-one boxes', '<Note kind="tip">\n\nIsi.\n\n</Note>\n\n'.repeat(61), 'Paling banyak 60'],
  ['more than forty kilobytes', 'kata '.repeat(9000), 'Bagi menjadi dua'],
])('%s is said at its line instead of breaking the page', async (_, prose, said) => {
  const draft = await begin('up-202', 'hpp-keripik');
  const text = `---\ntitle: Uji\nsummary: Uji coba.\nminutes: 10\nsources: []\nreviewed: { on: 2026-11-01, next: 2027-05-01 }\n---\n\n${prose}\n`;
  await keepWork(server.db, trainer, { draft, path: lessonFile('up-202', 'hpp-keripik'), text, base: '' });
  const response = await preview(draft, 'hpp-keripik');
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(page).toContain(said);
  expect(page).toMatch(/Baris \d+/);
});

async function begin(course: string, lesson: string): Promise<string> {
  return makeDraft(server, trainer, { id: makeUuid(), course, lesson, fresh: '', title: '' });
}

function sendPhoto(draft: string, sent: Readonly<Record<string, string | Buffer>>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(sent)) {
    body.set(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]));
  }
  return server.request(`/pelatih/naskah/${draft}/gambar/hpp-keripik/`, { method: 'POST', headers: { cookie }, body });
}

function preview(draft: string, lesson: string, asking = ''): Promise<Response> {
  return server.request(`/pelatih/naskah/${draft}/pratinjau/${lesson}/${asking}`, { headers: { cookie } });
}

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((sign, i) => sign !== b[i]);
  return `${a.slice(at - 40, at + 60)} → ${b.slice(at - 40, at + 60)}`;
}
