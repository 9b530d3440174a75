import { describe, expect, it } from 'vitest';
import { readMoodleXml } from '#content/exchange/moodle-xml/read.ts';
import { entriesOf, tell, firstOf } from '../../support/question-files.ts';

describe('Moodle XML', () => {
  const quiz = (body: string) => `<?xml version="1.0"?>\n<quiz>\n${body}\n</quiz>`;

  it('brings its pictures along', () => {
    const entry = firstOf(
      readMoodleXml(
        quiz(`<question type="truefalse"><name><text>A</text></name>
<questiontext format="html"><text><![CDATA[<p>Lihat <img src="@@PLUGINFILE@@/a%20b.png" alt="Tungku"/></p>]]></text>
<file name="a b.png" encoding="base64">iVBORw0KGgo=</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`),
      ),
    );
    expect(entry.question.prompt).toBe('Lihat ![Tungku](@@PLUGINFILE@@/a%20b.png)');
    expect(entry.pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([['a b.png', 8]]);
  });

  it.each([
    ['<!DOCTYPE quiz [<!ENTITY a "x">]><quiz></quiz>', 'XML rusak: DOCTYPE tidak diterima.'],
    [quiz('<question type="truefalse"><name><text>&a;</text></name></question>'), 'XML rusak: '],
    ['<quiz><question>', 'XML rusak: '],
    ['<soal></soal>', 'ini bukan Moodle XML: unsur luarnya <soal>, bukan <quiz>.'],
    [`<quiz>${'<a>'.repeat(100)}`, 'XML rusak: bersusun terlalu dalam.'],
  ])('%j is no file of questions', (text, problem) => {
    expect(readMoodleXml(text)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  it('names the kinds that are not here', () => {
    const read = readMoodleXml(
      quiz(
        '<question type="essay"><name><text>E</text></name></question>\n<question type="category"><category><text>$course$/x</text></category></question>',
      ),
    );
    expect(tell(entriesOf(read))).toEqual([
      '3 refused jenis soal "essay" tidak ada di sini.',
      '4 skipped kategori $course$/x',
    ]);
  });
});
