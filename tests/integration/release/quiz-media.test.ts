import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { redDot, silence } from '../../support/media.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createWholeProject, type WholeProject } from '../../support/whole-project.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 });

const folder = 'courses/up-202';
let project: WholeProject;
let server: TestServer;

beforeAll(async () => {
  project = createWholeProject({
    [`${folder}/kompor.png`]: redDot,
    [`${folder}/tawar.mp3`]: silence,
    [`${folder}/biaya.quiz.yaml`]: (text) =>
      text
        .replace(
          'Gas termasuk biaya apa?',
          '"Lihat dan dengar. ![Kompor gas](kompor.png) ![Dengarkan Bu Tini](tawar.mp3)"',
        )
        .replace('text: Biaya tetap', 'text: "![Suara Pak Karto](tawar.mp3)"'),
    [`${folder}/ujian-akhir.quiz.yaml`]: (text) =>
      text.replace('Berapa sewa sebulan?', '"![Percakapan tentang sewa](tawar.mp3) Berapa sewanya?"'),
  });
  expect(project.release()).toMatchObject({ status: 0 });
  server = await startServer({ dataFolder: project.dataFolder });
});

afterAll(async () => {
  await server?.stop();
  project?.remove();
});

const player = /<audio controls preload="none" src="(\/_astro\/[^"]+\.mp3)" aria-label="([^"]+)"><\/audio>/g;

describe('a sound in a question', () => {
  test.each([
    ['the practice', '/kursus/up-202/kuis/biaya/', ['Dengarkan Bu Tini', 'Suara Pak Karto']],
    ['the lesson that holds the practice', '/kursus/up-202/biaya/', ['Dengarkan Bu Tini', 'Suara Pak Karto']],
    ['the practice without JavaScript', '/kursus/up-202/kuis/biaya/jawab/', ['Dengarkan Bu Tini', 'Suara Pak Karto']],
    ['the assessment', '/kursus/up-202/kuis/ujian-akhir/', ['Percakapan tentang sewa']],
    ['the assessment without JavaScript', '/kursus/up-202/kuis/ujian-akhir/jawab/', ['Percakapan tentang sewa']],
  ])('can be heard in %s, has words, and is loaded only when asked for', async (_, path, words) => {
    const response = await server.request(path);
    expect(response.headers.get('content-security-policy')).toContain("media-src 'self'");
    const html = await response.text();
    const sounds = [...html.matchAll(player)];
    expect(sounds.map(([, , label]) => label).sort()).toEqual([...words].sort());
    expect([...html.matchAll(/<audio/g)]).toHaveLength(words.length);
    for (const [, address = '', label = ''] of sounds) {
      expect(html).toContain(`<span>${label}</span>`);
      const sound = await server.request(address);
      expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
      expect(Buffer.from(await sound.arrayBuffer()).equals(silence)).toBe(true);
    }
    // Pictures stand where they stood before there were sounds.
    if (path.includes('biaya')) expect(html).toMatch(/<img src="\/_astro\/[^"]+\.png" alt="Kompor gas"/);
  });

  test('comes in parts to a phone that asks for parts', async () => {
    const html = await (await server.request('/kursus/up-202/kuis/ujian-akhir/')).text();
    const address = [...html.matchAll(player)][0]?.[1] ?? '';
    const ask = (range: string, more = {}) => server.request(address, { headers: { range, ...more } });
    const part = await ask('bytes=4-13');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-13/${silence.length}`]);
    expect(part.headers.get('content-type')).toBe('audio/mpeg');
    expect(part.headers.get('content-length')).toBe('10');
    expect(Buffer.from(await part.arrayBuffer()).equals(silence.subarray(4, 14))).toBe(true);
    const behind = await ask('bytes=999999-');
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${silence.length}`]);
    expect((await ask('bytes=0-1', { 'if-range': 'W/"x"' })).status).toBe(200);
    expect((await ask('bytes=0-1,4-5')).status).toBe(200);
  });
});
