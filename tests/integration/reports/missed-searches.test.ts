import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '#domain/person/person.ts';
import { missedLimit } from '#domain/search/missed.ts';
import { countMissedSearches, listMissedSearches } from '#server/reports/missed-searches.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';
import { startServer } from '../../support/server.ts';

const dayMs = 86_400_000;

describe('searches that found nothing', () => {
  let services: Services;
  let siti: Viewer;
  let rahmat: Viewer;
  beforeEach(async () => {
    services = await openTestServices();
    siti = await addTestPerson(services);
    rahmat = await addTestPerson(services, { name: 'Pak Rahmat', role: 'trainer' });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are counted for the house, most often first, without anybody’s name', async () => {
    const budi = await addTestPerson(services, { name: 'Budi Santoso' });
    await countMissedSearches(services, siti, ['visa kanada', 'resep rendang', 'Visa  Kanada']);
    await countMissedSearches(services, budi, ['visa kanada']);
    expect(await listMissedSearches(services, rahmat)).toEqual([
      { query: 'visa kanada', count: 2 },
      { query: 'resep rendang', count: 1 },
    ]);
    const { columns } = await services.db.client.execute('SELECT * FROM missed_search');
    expect(columns).toEqual(['house', 'query', 'day', 'count']);
  });

  test('are shown to nobody but the house’s own trainers', async () => {
    await countMissedSearches(services, siti, ['visa kanada']);
    const far = await addTestPerson(services, { name: 'Bu Lina', role: 'trainer', house: 'tracap' });
    expect(await listMissedSearches(services, far)).toEqual([]);
    await expect(listMissedSearches(services, siti)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listMissedSearches(services, undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('are forgotten after 90 days', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    await countMissedSearches(services, siti, ['visa kanada']);
    vi.setSystemTime(Date.now() + 89 * dayMs);
    expect(await listMissedSearches(services, rahmat)).toHaveLength(1);
    vi.setSystemTime(Date.now() + dayMs);
    expect(await listMissedSearches(services, rahmat)).toEqual([]);
    await countMissedSearches(services, siti, ['resep rendang']);
    expect((await services.db.client.execute('SELECT query FROM missed_search')).rows).toHaveLength(1);
  });

  test.each([
    ['with digits', ['nomor 0811']],
    ['that are too long', ['a'.repeat(41)]],
    ['that are no texts', [7]],
    ['that are too many', Array.from({ length: missedLimit + 1 }, () => 'uang')],
  ])('%s are refused, and nothing is kept', async (_, queries) => {
    await expect(countMissedSearches(services, siti, queries)).rejects.toMatchObject({ code: 'invalid' });
    expect((await services.db.client.execute('SELECT * FROM missed_search')).rows).toEqual([]);
  });

  test('fill no more than a day’s measure, whatever a program sends', async () => {
    const word = (at: number) => `kata ${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
    for (let round = 0; round < 15; round += 1) {
      const queries = Array.from({ length: missedLimit }, (_, at) => word(round * missedLimit + at));
      await countMissedSearches(services, siti, queries);
    }
    const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM missed_search');
    expect(Number(rows[0]?.n)).toBe(200);
  });
});

test('the endpoint counts for who is signed in, and answers everything else with what is wrong', async () => {
  const server = await startServer();
  try {
    const siti = await addTestPerson(server);
    const cookie = await signedInCookie(server, siti);
    const post = (body: string, headers: Record<string, string> = {}) =>
      server.request('/api/searches', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body,
      });
    const good = JSON.stringify({ queries: ['visa kanada'] });
    expect((await post(good)).status).toBe(204);
    expect((await post(good, { cookie: '' })).status).toBe(401);
    expect((await post(good, { origin: 'https://lain.example' })).status).toBe(403);
    expect((await post(good, { 'content-type': 'text/plain' })).status).toBe(400);
    for (const body of ['', '{', '[]', 'null', '{"queries":"uang"}', '{"queries":{"length":1}}']) {
      expect([body, (await post(body)).status]).toEqual([body, 400]);
    }
    expect((await post(JSON.stringify({ queries: [null] }))).status).toBe(422);
    const { rows } = await server.db.client.execute('SELECT query, count FROM missed_search');
    expect(rows.map(({ query, count }) => [query, count])).toEqual([['visa kanada', 1]]);
  } finally {
    await server.stop();
  }
});
