import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeForm } from '#domain/question/editor/close.ts';
import { formFields } from '#domain/question/editors.ts';
import { openForm } from '#domain/question/editor/open.ts';
import { slugOf } from '#content/exchange/slug.ts';
import { changeQuestions, type QuestionPath } from '#content/studio/question-text.ts';
import { type ListedQuestion, readWrittenQuiz, type WrittenQuiz } from '#content/studio/written-quiz.ts';

const files = globSync('content/courses/*/*.quiz.yaml').sort();
const shipped = files.map((file) => ({ file, yaml: readFileSync(file, 'utf8') }));

// Forms show all of it, and a form that is only opened and saved changes nothing.
test('every shipped question is the same, byte for byte, after it went through its form', () => {
  let count = 0;
  for (const { file, yaml } of shipped) {
    for (const { path, question, quiz } of questionsOf(yaml)) {
      const fields = formFields(question.kind, quiz.mode);
      const closed = closeForm(fields, openForm(fields, question.fields), nameOf);
      const where = `${file} ${path.join('/')}`;
      expect([...closed.problems], where).toEqual([]);
      expect(changeQuestions(yaml, { act: 'write', path, fields: closed.fields }) === yaml, where).toBe(true);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(400);
});

test('a question with other words leaves every byte of the others alone', () => {
  for (const { file, yaml } of shipped) {
    const all = questionsOf(yaml);
    for (const { path, question } of [all[Math.floor(all.length / 2)], all.at(-1)].filter((it) => it !== undefined)) {
      const name = question.kind === 'case' ? 'story' : 'prompt';
      const changed = changeQuestions(yaml, { act: 'write', path, fields: { [name]: 'Apa: # ini "berubah"?' } }) ?? '';
      const quiz = readWrittenQuiz(changed);
      const [before, after] = [all, questionsOf(changed)];
      expect(quiz?.questions.length, file).toBe(readWrittenQuiz(yaml)?.questions.length);
      const others = after.filter(({ path: it }) => !it.join('/').startsWith(path[0] ?? ''));
      for (const other of others) {
        const twin = before.find((it) => it.path.join('/') === other.path.join('/'));
        expect(other.question.fields, `${file} ${other.path.join('/')}`).toEqual(twin?.question.fields);
      }
      expect(linesIn(changed).filter((line) => !linesIn(yaml).includes(line)).length, file).toBeLessThan(40);
      expect(after.find((it) => it.path.join('/') === path.join('/'))?.question.words).toBe('Apa: # ini "berubah"?');
    }
  }
});

function linesIn(text: string): readonly string[] {
  return text.split('\n');
}

function nameOf(text: string, taken: ReadonlySet<string>): string {
  return slugOf(text, taken, 'pilihan');
}

interface Found {
  readonly path: QuestionPath;
  readonly question: ListedQuestion;
  readonly quiz: WrittenQuiz;
}

function questionsOf(yaml: string): readonly Found[] {
  const quiz = readWrittenQuiz(yaml);
  if (quiz === undefined) throw new Error('cannot be read');
  return quiz.questions.flatMap((question) => [
    { path: [question.id], question, quiz },
    ...question.questions.map((sub) => ({ path: [question.id, sub.id], question: sub, quiz })),
  ]);
}
