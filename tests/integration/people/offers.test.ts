import { expect, test } from 'vitest';
import { todayOn } from '#domain/local-date.ts';
import { createCohort, findCohortDetail } from '#server/cohorts/cohorts.ts';
import { recordAttendance, readAttendance } from '#server/cohorts/attendance.ts';
import { addMeeting } from '#server/cohorts/meetings.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { findViewer } from '#server/accounts/auth.ts';
import { requireCertificate } from '#server/certificates/certificates.ts';
import { settleCertificates } from '#server/certificates/issue.ts';
import { revokeCertificate } from '#server/certificates/endings.ts';
import { findCard, printCards } from '#server/people/cards.ts';
import { setActive } from '#server/people/house-acts.ts';
import { listHousePeople, readHousePerson } from '#server/people/house-people.ts';
import { mergePeople } from '#server/people/merge.ts';
import {
  acceptOffer,
  declineOffer,
  findOffer,
  listOffered,
  moveLogin,
  offerPerson,
  readLeaving,
  withdrawOffer,
} from '#server/people/offers.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { readProgress } from '#server/records/progress.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

async function openHouses() {
  const opened = await openTestServices();
  const village = { village: 'V', district: 'D', regency: 'R' };
  const houses = ['kuripan', 'tracap', 'lipursari'].map((id) => ({ id, name: `Rumah ${id}`, ...village }));
  const services = { ...opened, catalogue: { ...opened.catalogue, houses } };
  const coordinator = (house: string) =>
    addTestPerson(services, { login: `pengurus-${house}`, role: 'coordinator', name: `Bu ${house}`, house });
  const [wartini, retno, endah] = [
    await coordinator('kuripan'),
    await coordinator('tracap'),
    await coordinator('lipursari'),
  ];
  const slamet = await addTestPerson(services, { login: 'slamet', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const seen = { id: siti.id, changedAt: undefined };
  return { services, wartini, retno, endah, slamet, siti, seen };
}

test('until the other house accepts nothing is another, and only its coordinator sees the offer', async () => {
  const { services, wartini, retno, endah, siti, seen } = await openHouses();
  await offerPerson(services, wartini, seen, 'tracap');
  expect(await listOffered(services, retno)).toMatchObject([
    { id: siti.id, name: 'Siti Aminah', from: 'kuripan', by: 'Bu kuripan' },
  ]);
  for (const it of [wartini, endah]) expect(await listOffered(services, it)).toEqual([]);
  await expect(readHousePerson(services, retno, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(acceptOffer(services, endah, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(declineOffer(services, endah, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(acceptOffer(services, wartini, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await readHousePerson(services, wartini, siti.id)).name).toBe('Siti Aminah');
  await withdrawOffer(services, wartini, siti.id);
  await expect(acceptOffer(services, retno, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  await offerPerson(services, wartini, seen, 'tracap');
  await declineOffer(services, retno, siti.id);
  expect(await findOffer(services, siti.id)).toBeUndefined();
  const { deeds } = await readHousePerson(services, wartini, siti.id);
  expect(deeds.map(({ act }) => act).filter((act) => act.includes('offer'))).toEqual([
    'decline-offer',
    'offer',
    'withdraw-offer',
    'offer',
  ]);
});

test('whoever is accepted keeps what they did, and the old house sees them no longer', async () => {
  const { services, wartini, retno, slamet, siti, seen } = await openHouses();
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, slamet, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(services, slamet, { id: cohort, people: [siti.id] });
  const meeting = await addMeeting(services, slamet, { cohort, heldOn: todayOn(), place: '' });
  await recordAttendance(services, slamet, { cohort, meeting, marks: new Map(), rest: 'present', seen: 0 });
  const read = ['biaya', 'harga'].map((lesson) => makeLessonRead(siti, { lesson }));
  await acceptRecords(services, siti, [...read, makeAssessment(siti)]);
  await settleCertificates(services, siti.id);
  const [printed] = await printCards(services, wartini, [siti.id]);
  const cookie = await signedInCookie(services, siti);
  await offerPerson(services, wartini, seen, 'tracap');
  const twice = await Promise.allSettled([1, 2].map(() => acceptOffer(services, retno, siti.id)));
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

  expect((await findViewer(services.db, cookie, false)).viewer).toEqual({ ...siti, house: 'tracap' });
  expect((await readProgress(services, siti)).progress['up-202']).toMatchObject({ completed: true });
  const copy = await copyPersonalData(services.db, 'siti');
  expect([copy.records.length, copy.certificates.length, copy.attendance.length]).toEqual([3, 1, 1]);
  expect((await readHousePerson(services, retno, siti.id)).deeds.map(({ act }) => act)).toContain('accept-offer');
  expect((await listHousePeople(services, wartini)).map(({ login }) => login)).not.toContain('siti');
  await expect(readHousePerson(services, wartini, siti.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await findCohortDetail(services, slamet, cohort)).people).toEqual([]);
  expect((await readAttendance(services, slamet, { cohort, meeting })).people).toEqual([]);
  expect(await findCard(services, printed?.code ?? '')).toEqual({ state: 'replaced' });

  const { rows } = await services.db.client.execute('SELECT id FROM certificate');
  const id = String(rows[0]?.id);
  expect(await requireCertificate(services, retno, id)).toMatchObject({ house: 'kuripan' });
  await expect(revokeCertificate(services, retno, id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('an offer is of one participant to one other house that there is', async () => {
  const { services, wartini, retno, endah, slamet, siti, seen } = await openHouses();
  for (const house of ['kuripan', 'tidak-ada', ''])
    await expect(offerPerson(services, wartini, seen, house)).rejects.toMatchObject({ detail: 'offer_house' });
  const staff = { id: slamet.id, changedAt: undefined };
  await expect(offerPerson(services, wartini, staff, 'tracap')).rejects.toMatchObject({ detail: 'offer_staff' });
  await expect(offerPerson(services, retno, seen, 'tracap')).rejects.toMatchObject({ code: 'not_found' });
  for (const it of [slamet, siti])
    await expect(offerPerson(services, it, seen, 'tracap')).rejects.toMatchObject({ code: 'forbidden' });
  await offerPerson(services, wartini, seen, 'tracap');
  await offerPerson(services, wartini, seen, 'lipursari');
  expect(await listOffered(services, retno)).toEqual([]);
  expect(await listOffered(services, endah)).toHaveLength(1);
  // Who was merged or shut waits nowhere any more.
  const double = await addTestPerson(services, { login: 'siti2' });
  await mergePeople(services, wartini, { kept: { id: double.id, changedAt: undefined }, gone: seen });
  expect(await listOffered(services, endah)).toEqual([]);
  const other = { id: double.id, changedAt: undefined };
  await offerPerson(services, wartini, other, 'tracap');
  await setActive(services, wartini, other, false);
  await expect(acceptOffer(services, retno, double.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('the operator of the server moves a login at once, or leaves the word to the other coordinator', async () => {
  const { services, wartini, retno, slamet, siti } = await openHouses();
  const to = (house: string, offer = false) => ({ login: 'siti', house, offer });
  const cohort = await createCohort(services, slamet, {
    ...{ course: 'up-202', name: 'Januari', dates: { opensOn: undefined, closesOn: undefined } },
  });
  await addToCohort(services, slamet, { id: cohort, people: [siti.id] });
  await printCards(services, wartini, [siti.id]);
  for (const house of ['kuripan', 'jakarta', ''])
    await expect(moveLogin(services, 'operator', to(house))).rejects.toMatchObject({ detail: 'offer_house' });
  const staff = { ...to('tracap'), login: 'slamet' };
  await expect(moveLogin(services, 'operator', staff)).rejects.toMatchObject({ detail: 'offer_staff' });
  // Looking changes nothing.
  expect(await readLeaving(services, to('tracap'))).toMatchObject({ house: 'kuripan', cohorts: 1, cards: 1 });
  expect(await findOffer(services, siti.id)).toBeUndefined();

  await moveLogin(services, 'operator', to('tracap', true));
  expect((await readHousePerson(services, wartini, siti.id)).name).toBe('Siti Aminah');
  expect(await listOffered(services, retno)).toMatchObject([{ id: siti.id, by: undefined }]);
  await moveLogin(services, 'operator', to('tracap'));
  expect(await listOffered(services, retno)).toEqual([]);
  const moved = await readHousePerson(services, retno, siti.id);
  expect(moved.deeds.map(({ act }) => act)).toEqual(expect.arrayContaining(['offer', 'accept-offer']));
  expect(await readLeaving(services, to('kuripan'))).toMatchObject({ house: 'tracap', cohorts: 0, cards: 0 });
  await setActive(services, retno, { id: siti.id, changedAt: undefined }, false);
  await expect(moveLogin(services, 'operator', to('kuripan'))).rejects.toMatchObject({ detail: 'account_shut' });
});
