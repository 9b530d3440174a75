import { type Catalogue, findQuiz } from '#domain/course/catalogue.ts';
import { findEditionChanges } from '#domain/quiz/edition-change.ts';

/** One line for each quiz that a release changes: its classes of change, and what to do about a corrected key. */
export function describeQuizChanges(before: Catalogue, after: Catalogue): readonly string[] {
  return after.quizzes.flatMap(({ quiz, edition }) => {
    const name = `${quiz.course}/${quiz.id}`;
    const old = findQuiz(before, quiz.course, quiz.id);
    if (old === undefined || old.edition === edition) return [];
    const changes = findEditionChanges(old.quiz, quiz);
    const words = changes.map((change) => `${change.class} (${change.where.join(', ')})`);
    const lines = [`Quiz ${name} has a new edition: ${words.join('; ') || 'wording'}.`];
    if (changes.some((change) => change.class === 'key')) {
      lines.push(`  A key changed. See whose results it changes: npm run regrade -- ${name}`);
    }
    return lines;
  });
}
