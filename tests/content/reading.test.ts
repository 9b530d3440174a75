import { describe, expect, it, vi } from 'vitest';
import { rmSync } from 'node:fs';
import { readContent } from '#content/read.ts';
import { makeSmallContent, oneQuestion, ofWords, readSmallContent, swap } from '../support/small-content.ts';

const lesson = 'courses/up-202/biaya.mdx';
const practice = 'courses/up-202/biaya.quiz.yaml';

describe('reading', () => {
  it('finds all faults of all files in one run, in the order of files and lines', async () => {
    const { faults } = await readSmallContent({
      [lesson]: (text) => swap('minutes: 20', 'minutes: 3')(swap('id="hpp"', 'id=""')(text)),
      [practice]: swap('shuffle: true', 'shuffle: ya'),
      'houses.yaml': swap('id: kuripan', 'id: Kuripan'),
      'x.txt': 'x',
    });
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      `content/${lesson}:4`,
      `content/${lesson}:9`,
      `content/${practice}:4`,
      'content/houses.yaml:1',
      'content/x.txt:1',
    ]);
  });

  it('blames nothing on what another file’s fault hides', async () => {
    const { faults } = await readSmallContent({ 'glossary.yaml': '- [', [practice]: '- [', 'sources.yaml': '- [' });
    expect(faults.map(({ file }) => file)).toEqual(
      [practice, 'glossary.yaml', 'sources.yaml'].map((it) => `content/${it}`),
    );
  });

  it('asks little prose of a lesson of a few minutes', async () => {
    const short = (text: string) => swap('minutes: 20', 'minutes: 5')(ofWords(480)(text));
    expect((await readSmallContent({ [lesson]: short })).faults).toEqual([]);
  });

  it('reports an overdue review as a warning only', async () => {
    const { faults } = await readSmallContent({
      [lesson]: swap('on: 2026-11-24, next: 2027-05-24', 'on: 2026-01-01, next: 2026-11-23'),
    });
    expect(faults).toMatchObject([{ name: 'pemeriksaan-lewat', severity: 'warning', line: 6 }]);
  });

  it('reckons today where the houses are, whatever the clock of the machine shows', async () => {
    const root = makeSmallContent({
      [lesson]: swap('on: 2026-11-24, next: 2027-05-24', 'on: 2026-01-01, next: 2026-11-24'),
    });
    const overdueAt = async (now: string) => {
      vi.setSystemTime(new Date(now));
      return (await readContent(root)).faults.some(({ name }) => name === 'pemeriksaan-lewat');
    };
    try {
      // Midnight in Wonosobo is five in the afternoon in London.
      expect(await overdueAt('2026-11-24T16:59:59Z')).toBe(false);
      expect(await overdueAt('2026-11-24T17:00:00Z')).toBe(true);
    } finally {
      vi.useRealTimers();
      rmSync(root, { recursive: true });
    }
  });

  it('reports a quiz that nothing leads to as a warning only', async () => {
    const { faults } = await readSmallContent({
      'courses/up-202/lama.quiz.yaml': `title: Lama\nmode: practice\npass: 0.7\nshuffle: true\nquestions:${oneQuestion('x', 'Apa?')}`,
    });
    expect(faults).toMatchObject([{ name: 'kuis-tidak-dipakai', severity: 'warning' }]);
  });

  it('refuses a list that is not there', async () => {
    for (const file of ['houses.yaml', 'glossary.yaml', 'contacts.yaml', 'sources.yaml']) {
      const { faults } = await readSmallContent({ [file]: null });
      expect(faults).toMatchObject([{ name: 'berkas-tidak-ada', file: `content/${file}`, severity: 'error' }]);
    }
  });

  it('reads lessons that were written under Windows as the same lessons', async () => {
    const unix = await readSmallContent();
    const windows = await readSmallContent({ [lesson]: (text) => text.replaceAll('\n', '\r\n') });
    expect(windows.faults).toEqual([]);
    expect(windows.content.lessons[0]?.body.source).toBe(unix.content.lessons[0]?.body.source);
  });

  it('survives YAML that is nested without end', async () => {
    const { faults } = await readSmallContent({ 'houses.yaml': '['.repeat(100_000) });
    expect(faults).toMatchObject([{ file: 'content/houses.yaml', severity: 'error' }]);
  });
});
