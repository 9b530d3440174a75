import { expect, test } from 'vitest';
import { addDemo } from '#server/demo.ts';
import { listPersons } from '#server/people/people.ts';
import { reportHouse } from '#server/reports/reports.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { addTestPerson, openTestServices } from '../support/database.ts';

test('the demo fills an empty database with people who are marked, can sign in and have done something', async () => {
  const services = await openTestServices();
  const added = await addDemo(services);
  for (const { person } of added) {
    expect(person.login).toMatch(/^contoh\./);
    expect(person.name).toMatch(/\(contoh\)$/);
  }
  const trainer = added.find(({ person }) => person.role === 'trainer');
  const { login = '' } = trainer?.person ?? {};
  const viewer = await signIn(services, { login, secret: trainer?.secret ?? '', address: '10.0.0.1' });
  const { participants } = await reportHouse(services, viewer);
  const help = participants.flatMap(({ needsHelp }) => needsHelp.map(({ kind }) => kind));
  expect(new Set(help)).toEqual(new Set(['failing', 'inactive']));
  expect(participants.some(({ courses }) => courses.some(({ progress }) => progress.completed))).toBe(true);
});

test('the demo is refused where it is already, and where a real person is', async () => {
  const services = await openTestServices();
  await addDemo(services);
  await expect(addDemo(services)).rejects.toThrow('already');
  const real = await openTestServices();
  await addTestPerson(real);
  await expect(addDemo(real)).rejects.toThrow('real people');
  expect(await listPersons(real.db)).toHaveLength(1);
});
