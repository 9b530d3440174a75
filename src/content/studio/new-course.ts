import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';

/** What a new course begins with. */
export interface NewCourse {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly pillar: string;
  readonly audience: readonly string[];
  readonly outcomes: readonly string[];
  /** Id of its first lesson. */
  readonly lesson: string;
  /** Days, `YYYY-MM-DD`. */
  readonly on: string;
  readonly next: string;
}

/** Id of the exam of every course that begins in the studio. */
export const newExamId = 'ujian-akhir';

export function writeCourse({ code, title, summary, pillar, audience, outcomes, lesson, on, next }: NewCourse): string {
  return `code: ${code}
title: ${JSON.stringify(title)}
summary: ${JSON.stringify(summary)}
pillar: ${pillar}
audience: [${audience.join(', ')}]
outcomes:
${outcomes.map((it) => `  - ${JSON.stringify(it)}`).join('\n')}
lessons:
  - ${lesson}
assessment: ${newExamId}
completion: { lessons: all, gradeRatio: 0.75 }
sources: []
reviewed: { on: ${on}, next: ${next} }
`;
}

/** The text that an exam begins with: what must be filled in says so. */
export function newExam(course: string): string {
  return `title: ${JSON.stringify(`Ujian akhir: ${course}`.slice(0, 100))}
mode: assessment
pass: 0.75
shuffle: true
questions:
  - id: soal-1
    kind: single
    prompt: "Tulis pertanyaannya. Soal ujian tidak sama dengan soal latihan."
    choices:
      - { id: benar, text: "Jawaban yang benar." }
      - { id: keliru, text: "Jawaban yang sering keliru." }
    key: benar
    rationale: "Tulis mengapa jawaban itu benar."
`;
}

/** `paths.yaml` with a course at the end of a path; every other byte stays. Undefined where there is no such list. */
export function addToPath(yaml: string, path: string, course: string): string | undefined {
  const { contents } = parseDocument(yaml, yamlRules);
  const item = isSeq(contents) ? contents.items.find((it) => isMap(it) && String(it.get('id')) === path) : undefined;
  const list = isMap(item) ? item.get('courses', true) : undefined;
  const last = isSeq(list) && list.flow === true ? list.items.at(-1) : undefined;
  if (!isScalar(last) || last.range == null) return undefined;
  const [, end] = last.range;
  return `${yaml.slice(0, end)}, ${course}${yaml.slice(end)}`;
}

/** The courses of each path by its id. */
export function coursesOfPaths(yaml: string): ReadonlyMap<string, readonly string[]> {
  const paths: unknown = parseDocument(yaml, yamlRules).toJS();
  const known = Array.isArray(paths) ? (paths as { readonly id?: unknown; readonly courses?: unknown }[]) : [];
  return new Map(known.map(({ id, courses }) => [String(id), Array.isArray(courses) ? courses.map(String) : []]));
}

/** The courses that `mine` put on paths since `base`, on the paths of `theirs` too. */
export function mergePaths(base: string, mine: string, theirs: string): string | undefined {
  const [before, now] = [coursesOfPaths(base), coursesOfPaths(theirs)];
  let merged: string | undefined = theirs;
  for (const [path, courses] of coursesOfPaths(mine)) {
    for (const course of courses) {
      const isThere = before.get(path)?.includes(course) === true || now.get(path)?.includes(course) === true;
      if (!isThere && merged !== undefined) merged = addToPath(merged, path, course);
    }
  }
  return merged;
}
