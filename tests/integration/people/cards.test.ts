import { describe, expect, test } from 'vitest';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { findCard, printCards, voidCard } from '#server/people/cards.ts';
import { setActive } from '#server/people/house-acts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

// Printed sign-in cards: what their code says of whom.

async function openHouse() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const siti = await addTestPerson(services);
  const cardOf = async (id: string) => (await printCards(services, wartini, [id]))[0];
  return { services, wartini, siti, cardOf };
}

describe('a card', () => {
  test('stays the same however often it is printed, also at once, and says whose it is', async () => {
    const { services, wartini, siti, cardOf } = await openHouse();
    const printed = await Promise.all([1, 2, 3].map(() => cardOf(siti.id)));
    expect(new Set(printed.map((it) => it?.code)).size).toBe(1);
    expect(printed[0]).toMatchObject({ name: 'Siti Aminah', login: 'siti', number: 1 });
    const own = await cardOf(wartini.id);
    expect(own?.number).toBe(2);
    for (const typed of [printed[0]?.code ?? '', ` ${printed[0]?.code.toLowerCase()} `]) {
      expect(await findCard(services, typed)).toEqual({ state: 'good', name: 'Siti Aminah', login: 'siti' });
    }
  });

  test('that was lost is nobody’s, and the new one has the same number', async () => {
    const { services, wartini, siti, cardOf } = await openHouse();
    const lost = await cardOf(siti.id);
    await voidCard(services, wartini, siti.id);
    const made = await cardOf(siti.id);
    expect(await findCard(services, lost?.code ?? '')).toEqual({ state: 'replaced' });
    expect(await findCard(services, made?.code ?? '')).toMatchObject({ state: 'good' });
    expect(made?.number).toBe(lost?.number);
    const { rows } = await services.db.client.execute("SELECT count(*) AS n FROM deed WHERE act = 'void-card'");
    expect(rows[0]?.n).toBe(1);
  });

  test('of an account that is shut or erased says so, and names nobody', async () => {
    const { services, wartini, siti, cardOf } = await openHouse();
    const code = (await cardOf(siti.id))?.code ?? '';
    await setActive(services, wartini, { id: siti.id, changedAt: undefined }, false);
    expect(await findCard(services, code)).toEqual({ state: 'shut' });
    expect(await printCards(services, wartini, [siti.id])).toEqual([]);
    await erasePerson(services.db, 'siti', 'test');
    expect(await findCard(services, code)).toEqual({ state: 'unknown' });
    const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM card');
    expect(rows[0]?.n).toBe(0);
  });

  test.each(['', 'ABCDEFGHJKM', 'abcdefghjkmnp', "' OR 1=1 --", '%', 'ABCDEFGHJKMN'])(
    'is not found by "%s"',
    async (typed) => {
      const { services, siti, cardOf } = await openHouse();
      await cardOf(siti.id);
      expect(await findCard(services, typed)).toEqual({ state: 'unknown' });
    },
  );
});

test('cards are printed for the own house alone, by name, and not without end', async () => {
  const { services, wartini, siti } = await openHouse();
  const far = await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const cards = await printCards(services, wartini, [siti.id, far.id, budi.id, siti.id, makeUuid(), 'x']);
  expect(cards.map(({ login }) => login)).toEqual(['budi', 'siti']);
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM card');
  expect(rows[0]?.n).toBe(2);
  await expect(voidCard(services, wartini, far.id)).rejects.toMatchObject({ code: 'not_found' });
  const many = Array.from({ length: 501 }, () => makeUuid());
  await expect(printCards(services, wartini, many)).rejects.toMatchObject({ detail: 'too_many_cards' });
});
