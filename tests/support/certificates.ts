import { createPublicKey, verify } from 'node:crypto';
import type { LearningPath } from '#domain/course/learning-path.ts';
import { readStatement, type Statement } from '#domain/certificate/statement.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptAndAward } from '#server/certificates/accept.ts';
import { findOwner } from '#server/certificates/drafts.ts';
import { findCurrentKey, openHouseKey } from '#server/certificates/house-key.ts';
import { makeCertificate } from '#server/certificates/make.ts';
import type { Services } from '#server/services.ts';
import { sampleCatalogue } from './catalogue.ts';
import { addTestPerson, openTestServices } from './database.ts';
import { makeAssessment, makeLessonRead } from './records.ts';

const paths: readonly LearningPath[] = [
  { id: 'pulang', title: 'Saya baru pulang', summary: 'Contoh.', courses: ['up-202'] },
];

/** A house with a coordinator and Siti, who has not begun; `defects` are what was reported. */
export async function openCertificateHouse({ folder, withPath = false }: { folder?: string; withPath?: boolean } = {}) {
  const catalogue = withPath ? { ...sampleCatalogue, paths } : sampleCatalogue;
  const opened = await openTestServices({ ...(folder && { folder }), catalogue });
  const defects: unknown[] = [];
  const services = { ...opened, reportDefect: (error: unknown) => void defects.push(error) };
  const coordinator = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const siti = await addTestPerson(services);
  return { services, coordinator, siti, defects };
}

/** Reads both lessons and passes the exam of the sample course; `attempt` changes the latter. */
export async function completeCourse(
  services: Services & { reportDefect(error: unknown): void },
  person: Viewer,
  attempt: Parameters<typeof makeAssessment>[1] = {},
): Promise<string> {
  const exam = makeAssessment(person, attempt);
  const lessons = [makeLessonRead(person), makeLessonRead(person, { lesson: 'harga' })];
  await acceptAndAward(services, person, [...lessons, exam]);
  return exam.id;
}

/** What a code says, if its signature is right by the key that the database knows. */
export async function checkCode({ db }: Pick<Services, 'db'>, code: string): Promise<Statement | undefined> {
  const read = readStatement(code);
  const x = await findCurrentKey(db);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: x ?? '' }, format: 'jwk' });
  return read && verify(null, read.signed, key, read.signature) ? read.statement : undefined;
}

/** Gives somebody of Kuripan a certificate, as if they had completed a course. */
export async function addTestCertificate(
  services: Pick<Services, 'db' | 'keyFile'>,
  person: string,
  subject = 'up-202',
): Promise<{ readonly id: string; readonly statement: string }> {
  const key = await openHouseKey(services);
  if ('problem' in key) throw new Error(key.problem);
  const name = (await findOwner(services, person))?.name ?? '';
  const house = { name: 'Rumah Belajar Kuripan', village: 'Kuripan', regency: 'Wonosobo' };
  const text = {
    template: 1,
    name,
    title: 'Menghitung HPP dan menentukan harga',
    code: 'UP-202',
    percent: 85,
  } as const;
  const draft = {
    ...{ owner: { id: person, house: 'kuripan' }, subject, completedOn: '2026-11-28', record: null },
    text: { ...text, grade: '85 dari 100 (delapan puluh lima), baik sekali', edition: 'a1b2c3d4e5f60718', house },
  };
  const { id, statements } = makeCertificate(draft, key, {
    warrantor: undefined,
    unless: { sql: 'SELECT 1 WHERE 0', args: [] },
  });
  await services.db.write(statements);
  const { rows } = await services.db.client.execute({
    sql: 'SELECT statement FROM certificate WHERE id = ?',
    args: [id],
  });
  return { id, statement: String(rows[0]?.statement) };
}
