import { expect, test } from 'vitest';
import { judgeCode } from '#domain/certificate/check-list.ts';
import { verify } from '#client/certificate/verify.ts';
import { listCertificatesOf } from '#server/certificates/certificates.ts';
import { readCheckList } from '#server/certificates/check-list.ts';
import { replaceCertificate, revokeCertificate } from '#server/certificates/endings.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { renamePerson } from '#server/people/own-data/personal-data.ts';
import { completeCourse, openCertificateHouse } from '../../support/certificates.ts';
import { addTestPerson } from '../../support/database.ts';

async function openAwarded() {
  const house = await openCertificateHouse();
  await completeCourse(house.services, house.siti);
  const [made] = await listCertificatesOf(house.services, house.siti.id);
  if (made === undefined) throw new Error('nothing was awarded');
  const judge = async (code: string) => judgeCode(code, await readCheckList(house.services), verify);
  return { ...house, made, judge };
}

test('a wrong name is mended by a new certificate; the old paper is told as replaced', async () => {
  const { services, siti, coordinator, made, judge } = await openAwarded();
  await expect(replaceCertificate(services, coordinator, made.id)).rejects.toMatchObject({ code: 'conflict' });
  await renamePerson(services.db, 'siti', "Siti Nur'aini");
  const id = await replaceCertificate(services, coordinator, made.id);
  const [next] = (await listCertificatesOf(services, siti.id)).filter((it) => it.id === id);
  expect(next).toMatchObject({ text: { ...made.text, name: "Siti Nur'aini" }, completedOn: made.completedOn });
  expect(await judge(made.statement)).toMatchObject({ kind: 'ended', why: 'replaced' });
  expect(await judge(next?.statement ?? '')).toMatchObject({ kind: 'valid', statement: { name: "Siti Nur'aini" } });
  await expect(replaceCertificate(services, coordinator, made.id)).rejects.toMatchObject({ code: 'conflict' });
});

test('of two who replace it at once one does', async () => {
  const { services, siti, coordinator, made } = await openAwarded();
  await renamePerson(services.db, 'siti', 'Siti Lain');
  await Promise.allSettled([1, 2, 3].map(() => replaceCertificate(services, coordinator, made.id)));
  const all = await listCertificatesOf(services, siti.id);
  expect(all.filter(({ end }) => end === undefined)).toHaveLength(1);
  expect(all).toHaveLength(2);
});

test('a revoked one stays revoked, is not made again, and is told after its person is erased', async () => {
  const { services, siti, coordinator, made, judge } = await openAwarded();
  await revokeCertificate(services, coordinator, made.id);
  await expect(revokeCertificate(services, coordinator, made.id)).rejects.toMatchObject({ code: 'conflict' });
  await settleCertificates(services, siti.id);
  expect(await listCertificatesOf(services, siti.id)).toMatchObject([{ end: { why: 'revoked' } }]);
  await erasePerson(services.db, 'siti', 'operator');
  expect(await judge(made.statement)).toMatchObject({ kind: 'ended', why: 'revoked' });
});

test('only the staff of its house ends one, and nobody their own', async () => {
  const { services, siti, coordinator, made } = await openAwarded();
  const far = await addTestPerson(services, { login: 'jauh', role: 'coordinator', house: 'tracap' });
  await completeCourse(services, coordinator);
  const [own] = await listCertificatesOf(services, coordinator.id);
  for (const end of [revokeCertificate, replaceCertificate]) {
    await expect(end(services, siti, made.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(end(services, far, made.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(end(services, undefined, made.id)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(end(services, coordinator, own?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('what a closed key signed counts only when its number is known', async () => {
  const { services, made, judge } = await openAwarded();
  await services.db.write([{ sql: "INSERT INTO certificate_key (key, since) VALUES ('AAAA', 1)", args: [] }]);
  expect(await judge(made.statement)).toMatchObject({ kind: 'valid' });
  const list = await readCheckList(services);
  const without = { ...list, keys: list.keys.map((it) => (it.only === undefined ? it : { ...it, only: [] })) };
  expect(await judgeCode(made.statement, without, verify)).toEqual({ kind: 'invalid', why: 'unlisted' });
});
