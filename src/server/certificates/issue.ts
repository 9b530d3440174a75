import { and, eq, inArray } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { type Award, judgeAward } from '#domain/certificate/award.ts';
import { pathSubject } from '#domain/certificate/certificate.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import type { RecordFlag } from '#domain/learning/record.ts';
import { type GradedRecord, listGraded } from '#server/records/graded.ts';
import type { Points } from '#domain/quiz/grading.ts';
import type { Services } from '#server/services.ts';
import { listCertificatesOf } from './certificates.ts';
import { draftCourse, draftPath, findOwner, type Owner } from './drafts.ts';
import { type KeyProblem, openHouseKey } from './house-key.ts';
import { type Draft, findWarrantor, makeCertificate } from './make.ts';

/** What certificates are made with. */
export type CertificateServices = Pick<Services, 'db' | 'catalogue' | 'keyFile'>;

/** A course that lacks nothing but a trainer's word on the passed attempt. */
export interface Waiting {
  readonly course: string;
  readonly flags: readonly RecordFlag[];
}

/** What is left when everything due was made. */
export interface Settled {
  readonly waiting: readonly Waiting[];
  /** Why what is due could not be made. */
  readonly problem: KeyProblem | undefined;
}

/**
 * Makes the certificates that a person has earned and does not have: of courses (all of them, or those of `only`), and of the
 * paths that they complete. A second time, and from two places at once, it makes nothing more.
 */
export async function settleCertificates(
  services: CertificateServices,
  person: string,
  only?: readonly string[],
): Promise<Settled> {
  const has = new Set((await listCertificatesOf(services, person)).map(({ subject }) => subject));
  const open = services.catalogue.courses.filter(({ id }) => !has.has(id) && (only?.includes(id) ?? true));
  const awards = open.length === 0 ? [] : await judgeAll(services, person, open);
  const waiting = awards.flatMap(({ course, award }) =>
    award.kind === 'waits' ? [{ course: course.id, flags: award.attempt.flags }] : [],
  );
  const nothingNew = !awards.some(({ award }) => award.kind === 'due') && only !== undefined;
  const owner = nothingNew ? undefined : await findOwner(services, person);
  if (owner === undefined) return { waiting, problem: undefined };
  const drafts = awards.flatMap(({ course, award }) =>
    award.kind === 'due' ? [draftCourse(services, owner, course, award)] : [],
  );
  const problem = await issueAll(services, owner, await Promise.all(drafts));
  return { waiting, problem: problem ?? (await settlePaths(services, owner)) };
}

async function settlePaths(services: CertificateServices, owner: Owner): Promise<KeyProblem | undefined> {
  const certificates = await listCertificatesOf(services, owner.id);
  const has = new Set(certificates.map(({ subject }) => subject));
  const open = (services.catalogue.paths ?? []).filter(({ id }) => !has.has(pathSubject(id)));
  const drafts = open.flatMap((path) => draftPath(services, owner, path, certificates) ?? []);
  return issueAll(services, owner, drafts);
}

/** Nothing is made where the person has one of the same course or path already, also one that holds no longer. */
async function issueAll(
  services: CertificateServices,
  owner: Owner,
  drafts: readonly Draft[],
): Promise<KeyProblem | undefined> {
  if (drafts.length === 0) return undefined;
  const key = await openHouseKey(services);
  if ('problem' in key) return key.problem;
  const warrantor = await findWarrantor(services, owner);
  await services.db.write(
    drafts.flatMap((draft) => {
      const earlier = 'SELECT 1 FROM certificate WHERE person = ? AND subject = ?';
      const unless = { sql: earlier, args: [owner.id, draft.subject] };
      return makeCertificate(draft, key, { warrantor, unless }).statements;
    }),
  );
  return undefined;
}

interface Judged {
  readonly course: Course;
  readonly award: Award<GradedRecord & { readonly grade: Points }>;
}

async function judgeAll(
  services: CertificateServices,
  person: string,
  courses: readonly Course[],
): Promise<readonly Judged[]> {
  const ids = courses.map(({ id }) => id);
  const records = await listGraded(services.db, and(eq(record.person, person), inArray(record.course, ids)));
  return courses.flatMap((course) => {
    const own = records.filter((it) => it.course === course.id);
    const award = judgeAward(course, {
      lessonsRead: own.flatMap(({ kind, name: lesson, recordedAt }) =>
        kind === 'lesson-read' ? [{ lesson, recordedAt }] : [],
      ),
      attempts: own.flatMap((it) =>
        it.name === course.assessment && it.grade !== undefined ? [{ ...it, grade: it.grade }] : [],
      ),
      rule: findQuiz(services.catalogue, course.id, course.assessment)?.quiz.counts ?? 'best',
    });
    return award === undefined ? [] : [{ course, award }];
  });
}
