import type { LessonReadRecord } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { type Credentials, findOpenAccount } from '#server/accounts/sign-in.ts';
import { acceptAndAward } from './accept.ts';
import type { Services } from '#server/services.ts';
import { lessonReadFromForm } from '#server/records/intake/form-records.ts';

type Reporting = Services & { reportDefect(error: unknown): void };

/**
 * Credits a lesson to a second participant, who read it on the viewer's phone and says so by their own PIN. Nobody is signed
 * in or out by it, and nothing of the one is told to the other. Said twice it is credited once. Answers who it was.
 * @throws Refusal as `findOpenAccount`; conflict (`same_person`); forbidden (`staff`); as the record was refused
 */
export async function creditSecondReader(
  services: Reporting,
  viewer: Viewer,
  { read, ...credentials }: Credentials & { readonly read: Pick<LessonReadRecord, 'course' | 'lesson' | 'edition'> },
): Promise<Viewer> {
  const { viewer: second } = await findOpenAccount(services, credentials);
  if (second.id === viewer.id) throw new Refusal('conflict', 'same_person');
  if (second.role !== 'participant') throw new Refusal('forbidden', 'staff');
  const [receipt] = await acceptAndAward(services, second, [lessonReadFromForm(second, read)]);
  if (receipt?.outcome === 'refused') throw new Refusal(receipt.code ?? 'invalid', receipt.detail);
  return second;
}
