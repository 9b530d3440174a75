import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPointer, readRelease } from '#server/release/release.ts';
import { siteFolder } from '../../support/built-site.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// Standing guard: no key of an assessment leaves the server, asked from outside as a browser would.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('no file that a browser can fetch holds a rationale or a hint of an assessment', async () => {
  const secrets = assessments().flatMap(({ questions }) =>
    questions.flatMap(({ rationale, ...question }) =>
      'hint' in question ? [rationale, question.hint ?? ''] : [rationale],
    ),
  );
  const wanted = secrets.filter((text) => text.length >= 24).map(plain);
  expect(wanted.length).toBeGreaterThan(20);
  const leaks: string[] = [];
  for (const path of listFiles()) {
    const text = plain(await fetchText(path));
    leaks.push(...wanted.filter((secret) => text.includes(secret)).map((secret) => `${path}: ${secret.slice(0, 40)}`));
  }
  expect(leaks).toEqual([]);
}, 60_000);

test('the questions of an assessment reach the phone with exactly their public fields', async () => {
  const allowed = new Set(['id', 'kind', 'prompt', 'points', 'choices', 'unit']);
  const choiceFields = new Set(['id', 'text', 'fixed']);
  for (const { course, id, questions } of assessments()) {
    const base = `/kursus/${course}/kuis/${id}/`;
    const page = await fetchText(base);
    const inPage = /<script type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}';
    for (const json of [inPage, await fetchText(`${base}soal.json`)]) {
      const sent = (JSON.parse(json) as { questions: Record<string, unknown>[] }).questions;
      expect(sent).toHaveLength(questions.length);
      for (const question of sent.filter(({ kind }) => basicKinds.has(String(kind)))) {
        expect(Object.keys(question).filter((field) => !allowed.has(field))).toEqual([]);
        const choices = (question.choices ?? []) as Record<string, unknown>[];
        expect(choices.flatMap(Object.keys).filter((field) => !choiceFields.has(field))).toEqual([]);
      }
    }
    expect(page).not.toContain('question-rationale');
  }
});

test('the page of an attempt that was not sent tells nothing but the questions', async () => {
  for (const { course, id } of assessments()) {
    const page = await fetchText(`/kursus/${course}/kuis/${id}/jawab/`);
    expect(page).not.toMatch(/question-rationale|application\/json|Jawaban yang benar/);
  }
});

const basicKinds = new Set(['single', 'multiple', 'true-false', 'number']);

function assessments() {
  return server.catalogue.quizzes.map(({ quiz }) => quiz).filter(({ mode }) => mode === 'assessment');
}

function listFiles(): string[] {
  const release = readRelease(siteFolder, readPointer(siteFolder)?.current ?? '');
  const names = Object.keys(release?.files ?? {});
  expect(names.length).toBeGreaterThan(30);
  return names.map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
}

async function fetchText(path: string): Promise<string> {
  const response = await server.request(path);
  expect([path, response.status]).toEqual([path, path === '/404.html' ? 404 : 200]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (zipped ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Words alone: no tags, no entities, no difference in spaces. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;|&#34;|\\"/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
