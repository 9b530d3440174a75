import { type Catalogue, findQuiz } from '#domain/course/catalogue.ts';
import { findEditionChanges } from '#domain/quiz/edition-change.ts';
import { releaseMessages } from '#messages/release.ts';

/** Indonesian, one line for each quiz that a release changes: its classes of change, and what to do about a corrected key. */
export function describeQuizChanges(before: Catalogue, after: Catalogue): readonly string[] {
  return after.quizzes.flatMap(({ quiz, edition }) => {
    const name = `${quiz.course}/${quiz.id}`;
    const old = findQuiz(before, quiz.course, quiz.id);
    if (old === undefined || old.edition === edition) return [];
    const changes = findEditionChanges(old.quiz, quiz);
    const { changeClasses, newEdition, keyChanged } = releaseMessages;
    const words = changes.map((change) => `${changeClasses[change.class]} (${change.where.join(', ')})`);
    const lines = [newEdition(name, words.join('; ') || changeClasses.wording)];
    return changes.some((change) => change.class === 'key') ? [...lines, keyChanged(name)] : lines;
  });
}
