import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const queryClasses = [
  'keyword',
  'question',
  'sms',
  'everyday',
  'javanese',
  'affix',
  'typo',
  'urgent',
  'villager',
] as const;
export type QueryClass = (typeof queryClasses)[number];

/** A query as people type it, and the pages that answer it: `rb-301/mengirim-uang`, `bantuan`. */
export interface JudgedQuery {
  readonly q: string;
  readonly class: QueryClass;
  readonly course: string;
  /** Grade by page: 3 answers it, 2 helps, 1 touches it. */
  readonly right: Readonly<Record<string, number>>;
  /** The same without its slip or with its usual form. */
  readonly clean?: string;
  readonly heldOut?: boolean;
}

/** Finds pages for a query, best first. */
export type Searcher = (query: string) => Promise<readonly string[]>;

export interface Quality {
  readonly queries: number;
  readonly mrr: number;
  readonly recall: number;
  readonly ndcg: number;
  /** Share of queries that found nothing. */
  readonly none: number;
}

export function readJudgedQueries(): readonly JudgedQuery[] {
  return parse(readFileSync('tests/search/queries.yaml', 'utf8')) as JudgedQuery[];
}

/** The queries of the courses that these pages are of: a query of a course that is not written yet does not count. */
export function findAnswerable(
  queries: readonly JudgedQuery[],
  pages: readonly (string | undefined)[],
): readonly JudgedQuery[] {
  const courses = new Set(pages.map((page) => page?.split('/')[0]));
  return queries.filter(({ course }) => courses.has(course));
}

/** How much of the value of the clean queries is left with their slips or other forms; 1 is all. */
export async function compare(search: Searcher, queries: readonly JudgedQuery[]): Promise<number> {
  const clean = queries.map((query) => ({ ...query, q: query.clean ?? query.q }));
  return (await judge(search, queries)).mrr / (await judge(search, clean)).mrr;
}

/** How well a searcher answers; a page counts as right for MRR from grade 2 on. Everything @10. */
export async function judge(search: Searcher, queries: readonly JudgedQuery[]): Promise<Quality> {
  const sums = { mrr: 0, recall: 0, ndcg: 0, none: 0 };
  for (const { q, right } of queries) {
    const found = (await search(q)).slice(0, 10);
    const first = found.findIndex((page) => (right[page] ?? 0) >= 2);
    sums.mrr += first === -1 ? 0 : 1 / (first + 1);
    sums.recall += Object.keys(right).filter((page) => found.includes(page)).length / Object.keys(right).length;
    const ideal = Object.values(right).sort((a, b) => b - a);
    sums.ndcg += gain(found.map((page) => right[page] ?? 0)) / gain(ideal);
    sums.none += found.length === 0 ? 1 : 0;
  }
  const mean = (sum: number): number => sum / Math.max(1, queries.length);
  return {
    queries: queries.length,
    mrr: mean(sums.mrr),
    recall: mean(sums.recall),
    ndcg: mean(sums.ndcg),
    none: mean(sums.none),
  };
}

/** The name of a page in the judged set; undefined for what is not a page of its own. */
export function pageName(url: string): string | undefined {
  const lesson = /\/kursus\/([^/]+)\/([^/]+)\/(?:index\.html)?$/.exec(url);
  if (lesson) return `${lesson[1]}/${lesson[2]}`;
  return url.includes('/bantuan/') ? 'bantuan' : undefined;
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
