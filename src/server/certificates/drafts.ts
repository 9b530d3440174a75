import { eq } from 'drizzle-orm';
import { person as personTable } from '#db/schema/people.ts';
import { countedGrade } from '#db/schema/records.ts';
import type { Award } from '#domain/certificate/award.ts';
import { type CertificateText, pathSubject, percentOf } from '#domain/certificate/certificate.ts';
import { type Course, isReviewOverdue } from '#domain/course/course.ts';
import type { LearningPath } from '#domain/course/learning-path.ts';
import type { GradedAttempt } from '#domain/learning/standing.ts';
import { localDateOf } from '#domain/local-date.ts';
import { certificateMessages } from '#messages/certificate.ts';
import { sha256 } from '#server/digest.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import type { Certificate } from './certificates.ts';
import type { Draft } from './make.ts';

/** Whose certificate it will be: as they are called, and where they learn, at this moment. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly house: string;
}

/** Undefined when they were erased meanwhile. */
export async function findOwner({ db }: DataServices, id: string): Promise<Owner | undefined> {
  const { name, house } = personTable;
  const [found] = await db.orm
    .select({ id: personTable.id, name, house })
    .from(personTable)
    .where(eq(personTable.id, id));
  return found;
}

/** What the certificate of a course will say. */
export async function draftCourse(
  services: CourseServices,
  owner: Owner,
  course: Course,
  { attempt, completedAt }: Extract<Award<GradedAttempt & { readonly id: string }>, { readonly kind: 'due' }>,
): Promise<Draft> {
  const { id, code, title, reviewed } = course;
  const completedOn = localDateOf(completedAt);
  return {
    ...{ owner, subject: id, completedOn, record: attempt.id },
    text: {
      ...writeText(services, owner, { title, percent: percentOf(attempt.grade.ratio) }),
      code,
      edition: await editionOf(services, attempt.id),
      ...(isReviewOverdue(reviewed, completedOn) && { reviewDueOn: reviewed.next }),
    },
  };
}

/** What the certificate of a path will say; undefined while a certificate of one of its courses is missing. */
export function draftPath(
  services: CourseServices,
  owner: Owner,
  path: LearningPath,
  certificates: readonly Certificate[],
): Draft | undefined {
  const own = path.courses.flatMap((course) =>
    certificates.filter((it) => it.subject === course && !it.end).slice(0, 1),
  );
  if (own.length < path.courses.length) return undefined;
  const percent = Math.floor(own.reduce((sum, { text }) => sum + text.percent, 0) / own.length);
  return {
    ...{ owner, subject: pathSubject(path.id), record: null },
    completedOn:
      own
        .map((it) => it.completedOn)
        .toSorted()
        .at(-1) ?? '',
    text: {
      ...writeText(services, owner, { title: path.title, percent }),
      edition: sha256(JSON.stringify(own.map(({ text }) => text.edition))).slice(0, 16),
      courses: own.map(({ text }) => ({ code: text.code ?? '', title: text.title, percent: text.percent })),
    },
  };
}

function writeText(
  { catalogue }: CourseServices,
  owner: Owner,
  { title, percent }: { readonly title: string; readonly percent: number },
): Omit<CertificateText, 'edition'> {
  const house = catalogue.houses.find(({ id }) => id === owner.house);
  const { name = owner.house, village = '', regency = '' } = house ?? {};
  return {
    ...{ template: 1, name: owner.name, title, percent },
    grade: certificateMessages.grade(percent),
    house: { name, village, regency },
  };
}

/** The edition whose keys the attempt is graded by. */
async function editionOf({ db }: DataServices, attempt: string): Promise<string> {
  const [row] = await db.orm
    .select({ edition: countedGrade.edition })
    .from(countedGrade)
    .where(eq(countedGrade.record, attempt));
  if (row === undefined) throw new Error(`the attempt ${attempt} has no grade`);
  return row.edition;
}
