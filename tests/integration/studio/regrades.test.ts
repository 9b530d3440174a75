import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quizFile } from '#domain/content-path.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { buildCatalogue } from '#content/catalogue.ts';
import { publishedContent } from '#content/published.ts';
import { readSource } from '#content/read.ts';
import { publishEditions } from '#server/records/editions.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { actOn } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { applyDraftRegrades, planDraftRegrades } from '#server/studio/publishing/regrades.ts';
import { liveContent } from '#server/studio/sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAttempt } from '../../support/records.ts';
import { readShippedContent } from '../../support/shipped-content.ts';

const quiz = 'hpp-keripik';
const path = quizFile('up-202', quiz);
const shipped = readFileSync(path, 'utf8');
const publish = { act: 'publish', note: '', alone: false } as const;

async function begin() {
  const catalogue = buildCatalogue(publishedContent((await readShippedContent()).content));
  const services = await openTestServices({ catalogue });
  const siti = await addTestPerson(services);
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const published = findQuiz(catalogue, 'up-202', quiz);
  if (published === undefined) throw new Error('the practice is not shipped');
  await acceptRecords(services, siti, [makeAttempt(siti, published.quiz, { edition: published.edition })]);
  const draft = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const open = () => requireDraft(services.db, tono, draft);
  const change = async (from: string, to: string) => {
    expect(shipped).toContain(from);
    await addRevision(services, tono, await open(), { path, text: shipped.replace(from, to) });
    await actOn(services, wartini, await open(), { act: 'read', note: '', alone: false });
  };
  const grades = async () => (await services.db.client.execute('SELECT * FROM grade')).rows.length;
  return { services, tono, wartini, open, change, grades };
}

test('a corrected key is published only by whoever saw which results it changes, and changes none by itself', async () => {
  const { services, tono, wartini, open, change, grades } = await begin();
  await change('key: iklan', 'key: gas');
  const [plan, ...others] = await planDraftRegrades(services, await open());
  expect([plan?.corrected, plan?.changes.length, others]).toEqual([['bukan-hpp-produksi'], 1, []]);
  expect(plan?.changes[0]?.after.earned).toBeLessThan(plan?.changes[0]?.before.earned ?? 0);
  await expect(actOn(services, tono, await open(), publish)).rejects.toMatchObject({ detail: 'see_results' });
  await actOn(services, tono, await open(), { ...publish, sawResults: true });
  await expect(applyDraftRegrades(services, wartini, await open())).rejects.toMatchObject({ detail: 'not_now' });
  await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');
  const { content } = await readSource(await liveContent(services.db));
  const now = { ...services, catalogue: buildCatalogue(publishedContent(content)) };
  await publishEditions(now.db, now.catalogue);
  expect(await grades()).toBe(1);

  await expect(applyDraftRegrades(now, tono, await open())).rejects.toMatchObject({ code: 'forbidden' });
  expect(await applyDraftRegrades(now, wartini, await open())).toBe(1);
  expect(await applyDraftRegrades(now, wartini, await open())).toBe(0);
  expect(await grades()).toBe(2);
}, 120_000);

test.each([
  ['other words around a question', 'Bagi berat hasil jadi dengan berat bahan.', 'Bagi hasil jadi dengan bahan.'],
  ['another question in its place', 'Sebanyak 1,5 kg adonan', 'Sebanyak 1,6 kg adonan'],
])(
  '%s changes no result, so there is nothing to see first',
  async (_, from, to) => {
    const { services, tono, open, change } = await begin();
    await change(from, to);
    expect(await planDraftRegrades(services, await open())).toEqual([]);
    await actOn(services, tono, await open(), publish);
    expect((await open()).state).toBe('publish-asked');
  },
  120_000,
);
