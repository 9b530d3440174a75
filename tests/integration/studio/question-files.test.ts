import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quizFile } from '#domain/content-path.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { planQuestions, readSentQuestions, takeQuestions } from '#server/studio/question-files.ts';
import { openQuiz } from '#server/studio/questions.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const quiz = 'hpp-keripik';
const shipped = readFileSync(quizFile('up-202', quiz), 'utf8');
const good = '::Sewa dapur::Sewa dapur termasuk biaya apa?{=Biaya tetap ~Biaya variabel####Sama tiap bulan.}';
const wrong = '::Dua kunci::Mana yang benar tentang sewa?{=Tetap =Tetap saja ~Variabel}';

test('a file is told row by row and changes nothing until it is taken in, whole and once', async () => {
  const { services, tono, target, plan, open } = await begin();
  const { plan: told, seen } = await plan(`${good}\n\n${wrong}`);
  expect(told.outcomes.map(({ line, outcome, notes }) => [line, outcome, notes.length > 0])).toEqual([
    [1, 'read', false],
    [3, 'refused', true],
  ]);
  expect((await open()).through).toBe(0);
  const text = (told.text ?? '').replaceAll('\n', '\r\n');
  expect(await takeQuestions(services, tono, await target(), { text, seen })).toBe(true);
  const opened = await openQuiz(services, tono, await open(), quiz);
  expect(opened.editing.text.startsWith(shipped)).toBe(true);
  expect(opened.quiz?.questions.at(-1)).toMatchObject({ id: 'sewa-dapur', kind: 'single' });
  await expect(takeQuestions(services, tono, await target(), { text, seen })).rejects.toMatchObject({
    detail: 'questions_changed',
  });
  expect((await plan(good)).plan.text).toBeUndefined();
});

test.each([
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x90]), 'UTF-8'],
  ['a hundred and one questions', Array.from({ length: 101 }, (_, at) => `Angka ${at} genap?{T}`).join('\n\n'), 'Bagi'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Excel lama'],
])('a file that holds %s takes nothing in, and says why', async (_, content, said) => {
  const { plan, open } = await begin();
  const { plan: told } = await plan(content);
  expect(told.text).toBeUndefined();
  const words = [told.problem?.message ?? '', ...told.outcomes.flatMap(({ notes }) => notes)].join(' ');
  expect(words).toContain(said);
  expect((await open()).through).toBe(0);
});

test('a question with a picture is refused alone', async () => {
  const { plan } = await begin();
  const picture = Buffer.from('gambar').toString('base64');
  const xml = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>gambar</text></name>
    <questiontext format="html"><text><![CDATA[<p>Apa ini? <img src="@@PLUGINFILE@@/a.png" alt="a"></p>]]></text>
    <file name="a.png" encoding="base64">${picture}</file></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
  const { plan: told } = await plan(xml);
  expect(told.outcomes).toMatchObject([{ outcome: 'refused', notes: [expect.stringContaining('gambar')] }]);
});

test('a form without a file, or with one that is too large, is refused', async () => {
  const form = new FormData();
  await expect(readSentQuestions(form)).rejects.toMatchObject({ detail: 'questions_empty' });
  form.set('file', new File(['x'.repeat(200 * 1024 + 1)], 'soal.gift'));
  await expect(readSentQuestions(form)).rejects.toMatchObject({ detail: 'questions_too_large' });
});

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const id = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const open = () => requireDraft(services.db, tono, id);
  const target = async () => ({ draft: await open(), quiz });
  const plan = async (content: string | Buffer) =>
    planQuestions(services, tono, await target(), { name: '', bytes: Buffer.from(content as string) });
  return { services, tono, open, target, plan };
}
