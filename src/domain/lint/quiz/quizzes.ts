import { askedTexts } from '#domain/question/authored.ts';
import type { Path } from '#domain/question/authored-kind.ts';
import { meaningOf } from '#domain/question/sameness.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { findLessonChoice } from '#domain/course/course.ts';
import { byLesson, lessonsOf } from '#domain/quiz/draw/drawn.ts';
import { baselineId, type Quiz } from '#domain/quiz/quiz.ts';
import { lessonFile, listNames } from '#domain/content-path.ts';
import type { Content } from '#domain/lint/content.ts';
import { lintFactId } from '#domain/lint/facts.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import { suggest } from '#domain/suggestion.ts';
import { lintBaseline } from './baseline.ts';
import { lintCaseMedia, lintMedia } from './media.ts';
import { lintQuestion, lintQuestionIds, locateQuestions } from './questions.ts';

/** Quizzes by themselves, and against each other. */
export function lintQuizzes(content: Content): readonly Fault[] {
  return [
    ...content.quizzes.flatMap((quiz) => [
      ...lintSettings(quiz),
      ...lintChosen(content, quiz),
      ...(quiz.value.id === baselineId ? lintBaseline(content, quiz) : lintUse(content, quiz)),
      ...lintQuestionIds(quiz),
      ...locateQuestions(quiz.value).flatMap((located) => [
        ...lintQuestion(quiz, located),
        ...lintMedia(content, quiz, located),
      ]),
      ...lintCaseMedia(content, quiz),
      ...pointers(quiz.value).flatMap(({ path, source, read }) => [
        ...lintFactId(content, quiz, [...path, 'source'], source),
        ...lintRead(content, quiz, path, read),
      ]),
    ]),
    ...lintSharedQuestions(content.quizzes),
  ];
}

function lintSettings(quiz: Located<Quiz>): readonly Fault[] {
  const { mode, draw, attempts, waitMinutes, counts, timeLimitMinutes, feedback, questions } = quiz.value;
  const faults: Fault[] = [];
  if (draw !== undefined && draw > questions.length) {
    const message = `draw: ${draw} lebih banyak daripada ${questions.length} soal yang ada. Kurangi, atau tambah soal.`;
    faults.push(faultAt(quiz, ['draw'], 'undian-terlalu-besar', message));
  }
  const lessons = new Set(questions.flatMap(lessonsOf)).size;
  if (draw !== undefined && draw < lessons) {
    const message = `draw: ${draw} kurang untuk ${lessons} pelajaran yang disebut di "read": tiap pelajaran mendapat paling sedikit satu soal. Tambah draw.`;
    faults.push(faultAt(quiz, ['draw'], 'undian-kurang-untuk-pelajaran', message));
  }
  for (const [field, value] of Object.entries({ draw, attempts, waitMinutes, counts, timeLimitMinutes })) {
    if (mode === 'assessment' || value === undefined) continue;
    faults.push(faultAt(quiz, [field], 'hanya-untuk-ujian', `"${field}" hanya untuk ujian. Hapus baris ini.`));
  }
  if (mode === 'practice' && (feedback === 'never' || feedback === 'after-passing-or-last')) {
    const message = `feedback: ${feedback} tidak bisa untuk latihan, sebab kuncinya ikut halaman. Hapus baris ini.`;
    faults.push(faultAt(quiz, ['feedback'], 'umpan-balik-latihan', message));
  }
  if (mode === 'assessment' && feedback === 'at-once') {
    const message =
      'feedback: at-once tidak bisa untuk ujian, sebab kuncinya tidak pernah ikut halaman. Tulis after-submission.';
    faults.push(faultAt(quiz, ['feedback'], 'umpan-balik-ujian', message));
  }
  return faults;
}

/** Where participants choose their lessons, whoever has read the fewest is asked as much as everybody. */
function lintChosen({ courses }: Content, quiz: Located<Quiz>): readonly Fault[] {
  const { draw, questions } = quiz.value;
  const course = courses.find(({ value }) => value.id === quiz.value.course)?.value;
  const choice = course && findLessonChoice(course);
  if (draw === undefined || choice === undefined) return [];
  const groups = [...byLesson(quiz.value)].sort(([, a], [, b]) => a.length - b.length);
  const fewest = groups.slice(0, choice.atLeast);
  const aboutAny = new Set(groups.flatMap(([, ids]) => ids));
  const asked = questions.length - aboutAny.size + new Set(fewest.flatMap(([, ids]) => ids)).size;
  if (asked >= draw) return [];
  const read = fewest.map(([lesson]) => lesson).join(', ');
  const message = `draw: ${draw}, tetapi peserta yang hanya membaca ${read} mendapat ${asked} soal: yang umum dan yang tentang pelajaran itu. Tambah soal, atau kurangi draw.`;
  return [faultAt(quiz, ['draw'], 'undian-kurang-untuk-pilihan', message)];
}

/** A quiz that no page leads to. */
function lintUse({ courses, lessons, files }: Content, quiz: Located<Quiz>): readonly Fault[] {
  const { course, id, mode } = quiz.value;
  const used =
    mode === 'assessment'
      ? courses.some(({ value }) => value.id === course && value.assessment === id)
      : lessons.some(
          ({ value, body }) =>
            value.course === course && body.components.some((it) => it.attributes.id === id && it.name === 'Quiz'),
        );
  // A lesson of the same name that could not be read may well embed it.
  if (used || files.includes(lessonFile(course, id))) return [];
  const message = `kuis ini tidak dipakai di mana pun. Pasang dengan <Quiz id="${id}" />, atau hapus berkasnya.`;
  return [warning(faultAt(quiz, [], 'kuis-tidak-dipakai', message))];
}

/** What questions and cases point at. */
function pointers(quiz: Quiz) {
  const cases = quiz.questions.flatMap((question, at) =>
    question.kind === 'case' ? [{ question, path: ['questions', at] }] : [],
  );
  return [...locateQuestions(quiz), ...cases].map(({ question: { source, read }, path }) => ({ path, source, read }));
}

/** The lesson to read again is one of the course. */
function lintRead({ files }: Content, quiz: Located<Quiz>, path: Path, read: string | undefined): readonly Fault[] {
  const { course } = quiz.value;
  if (read === undefined || files.includes(lessonFile(course, read))) return [];
  const message = `pelajaran "${read}" tidak ada di kursus ini.${suggest(read, listNames(files, course, '.mdx'))} Tulis nama berkasnya tanpa .mdx.`;
  return [faultAt(quiz, [...path, 'read'], 'pelajaran-tidak-ada', message)];
}

/** An assessment asks nothing that a practice has shown with its key, and the bank of before and after nothing of an exam. */
function lintSharedQuestions(quizzes: readonly Located<Quiz>[]): readonly Fault[] {
  const practices = quizzes.filter(({ value }) => value.mode === 'practice');
  const assessments = quizzes.filter(({ value }) => value.mode === 'assessment');
  const [baselines, exams] = [
    assessments.filter(({ value }) => value.id === baselineId),
    assessments.filter(({ value }) => value.id !== baselineId),
  ];
  return [
    ...findShared(assessments, practices).map(({ at, path, file }) => {
      const message = `soal ini juga ada di latihan ${file}, jadi kuncinya sudah terlihat. Tulis soal lain.`;
      return faultAt(at, path, 'soal-sama-dengan-latihan', message);
    }),
    ...findShared(baselines, exams).map(({ at, path, file }) => {
      const message = `soal ini juga ada di ujian ${file}, jadi hasil sebelum dan sesudah tidak bisa dibandingkan. Tulis soal lain.`;
      return faultAt(at, path, 'soal-sama-dengan-ujian', message);
    }),
  ];
}

/** Questions of the first quizzes that one of the others asks as well. */
function findShared(quizzes: readonly Located<Quiz>[], others: readonly Located<Quiz>[]) {
  const files = new Map(
    others.flatMap(({ file, value }) => locateQuestions(value).map(({ question }) => [asked(question), file] as const)),
  );
  return quizzes.flatMap((at) =>
    locateQuestions(at.value).flatMap(({ question, path, caseId }) => {
      const file = files.get(asked(question));
      // The sub-questions of a case ask about its own story: "Apa langkah pertama?" may stand in many.
      return file === undefined || caseId !== undefined ? [] : [{ at, path: [...path, 'prompt'], file }];
    }),
  );
}

/** What a question asks, as it is compared. */
function asked(question: SimpleQuestion): string {
  return meaningOf(askedTexts(question).join(' '));
}
