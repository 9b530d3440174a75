import { createPublicKey, verify } from 'node:crypto';
import type { LearningPath } from '#domain/course/learning-path.ts';
import { readStatement, type Statement } from '#domain/certificate/statement.ts';
import type { Viewer } from '#domain/person.ts';
import { acceptAndAward } from '#server/certificates/accept.ts';
import { findCurrentKey } from '#server/certificates/house-key.ts';
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
