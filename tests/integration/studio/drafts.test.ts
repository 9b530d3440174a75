import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessonFile, quizFile } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { actOn } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { filesWith, listAsked, recordFailed, recordPublished } from '#server/studio/publishing/publishing.ts';
import { keepWork } from '#server/studio/writing/work.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { saveText, textDigest } from '#server/studio/writing/texts.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { makeUuid } from '#server/uuid.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const path = lessonFile('up-202', 'hpp-keripik');
const shipped = readFileSync(path, 'utf8');
const [first = '', second = ''] = ['Satu bungkus keripik tampak kecil', 'HPP berisi tiga hal'];
const act = (name: 'ask-reading' | 'read' | 'publish' | 'undo' | 'discard', alone = false) =>
  ({ act: name, note: '', alone }) as const;

describe('a draft of a lesson', () => {
  test('keeps a text, says who wrote it, and publishes what another person has read', async () => {
    const { services, tono, wartini, draft, open, save } = await begin();
    expect(await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'))).toMatchObject({ kind: 'saved' });
    await actOn(services, tono, await open(), act('ask-reading'));
    await expect(actOn(services, tono, await open(), act('read'))).rejects.toMatchObject({ detail: 'own_text' });
    await expect(actOn(services, tono, await open(), act('publish'))).rejects.toMatchObject({ detail: 'not_read' });
    await actOn(services, wartini, await open(), act('read'));
    await actOn(services, tono, await open(), act('publish'));
    const asked = await listAsked(services.db);
    expect(asked).toMatchObject([{ draft, act: 'publish', by: tono.id }]);
    expect(String((await filesWith(services.db, asked)).get(path))).toContain('Sebungkus keripik');
    await recordPublished(services.db, asked, 'r000002-aaaaaaaa');
    expect([(await open()).state, await listAsked(services.db)]).toEqual(['published', []]);
    expect(String((await filesWith(services.db, [])).get(path))).toContain('Sebungkus keripik');
    // And back.
    await actOn(services, wartini, await open(), act('undo'));
    const undoing = await listAsked(services.db);
    expect([...(await filesWith(services.db, undoing)).keys()]).toEqual([]);
    await recordPublished(services.db, undoing, 'r000001-aaaaaaaa');
    expect([(await open()).state, (await filesWith(services.db, [])).size]).toEqual(['undone', 0]);
  });

  test('that is changed after it was read must be read again', async () => {
    const { services, tono, wartini, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    await actOn(services, wartini, await open(), act('read'));
    await save(tono, shipped.replace(second, 'HPP memuat tiga hal'));
    expect((await open()).state).toBe('written');
    await expect(actOn(services, tono, await open(), act('publish'))).rejects.toMatchObject({ detail: 'not_read' });
  });

  test('is not published twice at once, nor acted on by whoever saw an older state', async () => {
    const { services, tono, wartini, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    await actOn(services, wartini, await open(), act('read'));
    const seen = await open();
    const both = await Promise.allSettled([tono, wartini].map((it) => actOn(services, it, seen, act('publish'))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listAsked(services.db)).toHaveLength(1);
  });

  test('that fails keeps what is published and says why', async () => {
    const { services, tono, wartini, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    await actOn(services, wartini, await open(), act('read'));
    await actOn(services, tono, await open(), act('publish'));
    const [asked] = await listAsked(services.db);
    if (asked === undefined) throw new Error('nothing waits');
    await recordFailed(services.db, asked, ['halaman-terlalu-berat: Pendekkan.']);
    expect(await open()).toMatchObject({ state: 'failed', note: 'halaman-terlalu-berat: Pendekkan.' });
    expect((await filesWith(services.db, [])).size).toBe(0);
  });

  test('is of its house alone', async () => {
    const { services, draft } = await begin();
    const rahmat = await addTestPerson(services, { login: 'rahmat', role: 'trainer', name: 'Rahmat', house: 'tracap' });
    await expect(requireDraft(services.db, rahmat, draft)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a text that is sent', () => {
  test('with a mistake is kept for its writer, and is no revision', async () => {
    const { services, tono, draft, open } = await begin();
    const text = shipped.replace('</Story>', '');
    const sent = { act: 'save' as const, text, base: textDigest(shipped), rebased: '' };
    const outcome = await edit(services, tono, await open(), path, sent);
    expect(outcome).toMatchObject({ kind: 'faults', faults: [{ severity: 'error' }] });
    expect((await open()).through).toBe(0);
    const again = await openEditing(services, tono, await open(), path);
    expect(again.text).toBe(text);
    expect(draft).toBeDefined();
  });

  test('beside another one merges where blocks are apart, and shows both where they are not', async () => {
    const { tono, wartini, services, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    const merged = await save(wartini, shipped.replace(second, 'HPP memuat tiga hal'));
    expect(merged).toMatchObject({ kind: 'saved', merged: true });
    const { text } = await openEditing(services, tono, await open(), path);
    expect(text).toContain('Sebungkus keripik');
    expect(text).toContain('HPP memuat tiga hal');
    const other = await save(wartini, shipped.replace(first, 'Satu kantong keripik tampak kecil'));
    expect(other).toMatchObject({ kind: 'conflict' });
    expect((await openEditing(services, tono, await open(), path)).text).toBe(text);
  });

  test('unchanged saves every shipped byte: it is no revision at all', async () => {
    const { tono, open, save } = await begin();
    expect(await save(tono, shipped.replaceAll('\n', '\r\n'))).toMatchObject({ kind: 'saved' });
    expect((await open()).through).toBe(0);
  });

  test('is published only on what is published now: else it is merged first', async () => {
    const { services, tono, wartini, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    const other = await makeDraft(services, wartini, lesson());
    const opened = () => requireDraft(services.db, wartini, other);
    const text = shipped.replace(second, 'HPP memuat tiga hal');
    await saveText(services, wartini, await opened(), { path, text, base: textDigest(shipped) });
    await actOn(services, tono, await opened(), act('read'));
    await actOn(services, tono, await opened(), act('publish'));
    await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');

    await actOn(services, wartini, await open(), act('read'));
    await expect(actOn(services, tono, await open(), act('publish'))).rejects.toMatchObject({ detail: 'moved' });
    const merge = { act: 'merge' as const, text: '', base: '', rebased: '' };
    expect(await edit(services, tono, await open(), path, merge)).toMatchObject({ kind: 'saved', merged: true });
    await actOn(services, wartini, await open(), act('read'));
    await actOn(services, tono, await open(), act('publish'));
    const live = String((await filesWith(services.db, await listAsked(services.db))).get(path));
    expect([live.includes('Sebungkus keripik'), live.includes('HPP memuat')]).toEqual([true, true]);
  });
});

describe('a new lesson', () => {
  test('begins with its course, its text and its practice, under a name that nobody had', async () => {
    const { services, tono } = await begin();
    const fresh = { ...lesson(), fresh: 'buku-kas-baru', title: 'Buku kas baru' };
    const id = await makeDraft(services, tono, fresh);
    expect(await makeDraft(services, tono, fresh)).toBe(id);
    const draft = await requireDraft(services.db, tono, id);
    expect(draft.parts.map((it) => it.path)).toEqual(['content/courses/up-202/course.yaml']);
    for (const it of [lessonFile('up-202', 'buku-kas-baru'), quizFile('up-202', 'buku-kas-baru')]) {
      expect((await openEditing(services, tono, draft, it)).text).toContain('Buku kas baru');
    }
    for (const [name, detail] of Object.entries({
      kuis: 'name_reserved',
      'hpp-keripik': 'name_taken',
      '../x': 'name_shape',
    })) {
      const asked = makeDraft(services, tono, { ...lesson(), fresh: name, title: 'Apa saja' });
      await expect(asked, name).rejects.toMatchObject({ detail });
    }
  });
});

describe('the rows', () => {
  test('stay as they are, and lose only the name of somebody who is erased', async () => {
    const { services, tono, draft, open, save } = await begin();
    await save(tono, shipped.replace(first, 'Sebungkus keripik tampak kecil'));
    await actOn(services, tono, await open(), { act: 'remark', note: 'Periksa harga minyak.', alone: false });
    const { client } = services.db;
    for (const table of ['draft', 'draft_state', 'revision', 'remark', 'content_blob']) {
      const column = table === 'content_blob' ? 'digest' : 'at';
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET ${column} = ${column}`]) {
        await expect(client.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
      }
      if (table === 'content_blob') continue;
      for (const sql of [`UPDATE ${table} SET "by" = NULL`, `UPDATE ${table} SET "by" = 'x'`]) {
        await expect(client.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
      }
    }
    await keepWork(services.db, tono, { draft, path, text: 'Belum jadi.', base: '' });
    expect((await copyPersonalData(services.db, 'tono')).writing).toMatchObject({
      ...{ begun: [{ course: 'up-202' }], saved: [{ file: path }], remarks: [{ text: 'Periksa harga minyak.' }] },
      ...{ acts: [{ act: 'written' }, { act: 'written' }], unsaved: [{ text: 'Belum jadi.' }] },
    });
    await erasePerson(services.db, 'tono', 'operator');
    expect((await client.execute('SELECT * FROM draft_work')).rows).toEqual([]);
    for (const table of ['draft', 'draft_state', 'revision', 'remark']) {
      const { rows } = await client.execute(`SELECT count(*) AS n, count("by") AS named FROM ${table}`);
      expect([table, Number(rows[0]?.n) > 0, Number(rows[0]?.named)]).toEqual([table, true, 0]);
    }
    expect((await client.execute({ sql: 'SELECT title FROM draft WHERE id = ?', args: [draft] })).rows).toHaveLength(1);
  });
});

function lesson() {
  return { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
}

async function begin() {
  const services: Services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const draft = await makeDraft(services, tono, lesson());
  const open = () => requireDraft(services.db, tono, draft);
  const save = async (who: Viewer, text: string) =>
    saveText(services, who, await open(), { path, text, base: textDigest(shipped) });
  return { services, tono, wartini, draft, open, save };
}
