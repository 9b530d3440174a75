import type { Course } from '#domain/course/course.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import { refusalMessages } from '#messages/refusal.ts';
import type { SignInRequest } from '#server/accounts/devices.ts';
import { signInHere } from '#server/accounts/sign-in.ts';
import { textField } from '#server/http/forms.ts';
import type { Services } from '#server/services.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { attemptFromForm } from '#server/records/intake/form-records.ts';
import type { QuizPost } from '#server/records/intake/quiz-posts.ts';
import { gradeUnrecorded, type Result } from './results.ts';

/** Who posts a quiz form, and from where. */
export interface Sender extends SignInRequest {
  readonly viewer: Viewer | undefined;
}

/** What became of a posted quiz form; `cookies` are values of `Set-Cookie` headers, where somebody signed in with it. */
export type Submission =
  | { readonly kind: 'recorded'; readonly id: string; readonly cookies: readonly string[] }
  /** Graded and not recorded: nobody is signed in. */
  | { readonly kind: 'shown'; readonly result: Result }
  /** The form is not complete; what is missing or wrong stands in the post. */
  | { readonly kind: 'incomplete' }
  /** The record was refused: sent again under the same id it would be refused again. */
  | {
      readonly kind: 'declined';
      readonly code: RefusalCode;
      readonly message: string;
      readonly cookies: readonly string[];
    };

/**
 * Sends the answers of a form on their way, signing in with it where it holds a login.
 * @throws Refusal unauthenticated, too_many
 */
export async function submitQuizPost(
  services: Services,
  sender: Sender,
  { course, post, form }: { readonly course: Course; readonly post: QuizPost; readonly form: FormData },
): Promise<Submission> {
  const { published, answers, seed } = post;
  const { responses } = answers;
  if (post.problems.length > 0 || post.missing.length > 0) return { kind: 'incomplete' };
  if (!sender.viewer && published.quiz.mode === 'practice') {
    return { kind: 'shown', result: gradeUnrecorded(course, published, { seed, responses }) };
  }
  const { person, cookies } = await findSender(services, sender, form);
  const { quiz, edition } = published;
  const record = attemptFromForm(person, {
    id: post.id,
    course: course.id,
    quiz: quiz.id,
    edition,
    seed,
    responses,
  });
  const [receipt] = await acceptRecords(services, person, [record]);
  if (receipt?.outcome !== 'refused') return { kind: 'recorded', id: record.id, cookies };
  const code = receipt.code ?? 'invalid';
  return { kind: 'declined', code, message: receipt.message ?? refusalMessages[code], cookies };
}

async function findSender(
  services: Services,
  { viewer, ...request }: Sender,
  form: FormData,
): Promise<{ readonly person: Viewer; readonly cookies: readonly string[] }> {
  if (viewer) return { person: viewer, cookies: [] };
  const login = textField(form, 'login');
  if (login === '') throw new Refusal('unauthenticated');
  const entered = await signInHere(services, { login, secret: textField(form, 'secret') }, request);
  return { person: entered.viewer, cookies: entered.cookies };
}
