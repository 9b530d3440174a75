import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { changeOneLesson, createLargeProject } from './generated-content.ts';
import { timeGrading, weighBank } from './grading.ts';
import type { LoadResult } from './load.ts';
import { measureRelease } from './release-cost.ts';
import { visitFirst } from './paint.ts';
import { attemptRequests, getRequest, signInRequests } from './requests.ts';
import { benchReports } from './reports.ts';
import { benchSearch, spread } from './search.ts';
import { timeSearchPage } from './search-page.ts';
import { openSubject, type Subject } from './subject.ts';
import { findAnswerable, readJudgedQueries } from '../support/judged-queries.ts';

// npm run bench [-- grade | build | search | serve | paint | reports]: figures only, nothing passes or fails.
const wanted = new Set(process.argv.slice(2));
const wants = (part: string): boolean => wanted.size === 0 || wanted.has(part);

if (wants('grade')) await benchGrading();
if (wants('build')) await benchBuilds();
if (['search', 'serve', 'paint', 'reports'].some(wants)) {
  buildHere();
  if (wants('search')) await benchSearch(show);
  if (wants('reports')) await benchReports(show);
  const subject = await openSubject(200);
  try {
    if (wants('serve')) await benchServing(subject);
    if (wants('paint')) await benchPaint(subject);
    if (wants('search')) await benchSearchPage(subject);
  } finally {
    await subject.stop();
  }
}

async function benchServing(subject: Subject): Promise<void> {
  show('ready after, nothing changed (ms)', Math.round(subject.startedInMs));
  show('memory idle (MB)', subject.memoryMb());

  const { lessons, quizzes } = subject.catalogue;
  const pages = lessons.map(({ lesson }) => getRequest(subject, `/kursus/${lesson.course}/${lesson.id}/`));
  await subject.load({ connections: 32, seconds: 2, once: false, requests: pages });
  showLoad('lesson pages', await subject.load({ connections: 32, seconds: 8, once: false, requests: pages }));
  show('memory under lesson load (MB)', subject.memoryMb());

  const quiz = quizzes.find(({ quiz }) => quiz.mode === 'assessment' && quiz.course === 'up-202');
  if (quiz === undefined) throw new Error('there is no assessment to attempt');
  await subject.load({ connections: 32, seconds: 10, once: true, requests: attemptRequests(subject, quiz, 1_000) });
  const attempts = attemptRequests(subject, quiz, 10_000);
  showLoad(
    'attempts of 10 answers, graded and durable',
    await subject.load({ connections: 32, seconds: 20, once: true, requests: attempts }),
  );
  show('memory under attempt load (MB)', subject.memoryMb());

  const signIns = signInRequests(subject);
  showLoad(
    'sign-ins',
    await subject.load({ connections: 8, seconds: 30, once: true, requests: signIns, manyAddresses: true }),
  );
  show('memory under sign-in load (MB)', subject.memoryMb());
}

async function benchPaint({ origin }: Subject): Promise<void> {
  const paths = ['/', '/kursus/', '/kursus/up-202/', '/kursus/up-202/hpp-keripik/', '/kursus/up-202/kuis/ujian-akhir/'];
  for (const [address, visit] of await visitFirst(paths.map((path) => origin + path))) {
    const { bytes, requests, largestPaintMs } = visit;
    show(
      `first visit to ${new URL(address).pathname}`,
      `${(bytes / 1024).toFixed(1)} KB in ${requests} requests, largest paint ${largestPaintMs} ms`,
    );
  }
}

async function benchSearchPage({ origin, catalogue }: Subject): Promise<void> {
  const courses = catalogue.courses.map(({ id }) => `${id}/`);
  const queries = findAnswerable(readJudgedQueries(), courses).map(({ q }) => q);
  for (const { slowdown, timesMs } of await timeSearchPage(origin, queries)) {
    show(`search page, processor ${slowdown}× slower (ms)`, spread(timesMs));
  }
}

async function benchGrading(): Promise<void> {
  timeGrading(200);
  const { medianMs, p99Ms } = timeGrading();
  show('attempt of 40 questions of every kind, graded', `p50 ${medianMs.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`);
  show('soal.json of 60 questions, brotli (KB)', ((await weighBank(60)) / 1024).toFixed(1));
}

async function benchBuilds(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'rumah-belajar-build-'));
  try {
    await showRelease('real content', resolve('.'), join(data, 'real'));
    for (const wanted of [100, 300, 1_000]) {
      const root = join(data, `lessons-${wanted}`);
      const lessons = createLargeProject(root, wanted);
      await showRelease(`${lessons} lessons`, root, join(root, 'db/data'));
      changeOneLesson(root);
      await showRelease(`${lessons} lessons, one changed`, root, join(root, 'db/data'));
      rmSync(root, { recursive: true, force: true });
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function showRelease(what: string, root: string, data: string): Promise<void> {
  const { seconds, costs, memoryMb } = await measureRelease(root, data);
  const cpu = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  const stages = Object.entries(costs).map(([stage, cost]) => `${stage} ${cost.toFixed(1)}`);
  show(
    `release of ${what}`,
    `${seconds.toFixed(1)} s, ${memoryMb} MB at most, ${cpu.toFixed(1)} CPU s: ${stages.join(', ')}`,
  );
}

function buildHere(): void {
  const { status } = spawnSync(process.execPath, [join('src', 'cli', 'run.mjs'), 'release'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function showLoad(what: string, { perSecond, p50Ms, p95Ms, p99Ms, statuses, failedConnections }: LoadResult): void {
  const rest = failedConnections === 0 ? '' : `, ${failedConnections} connections failed`;
  show(what, `${perSecond}/s   p50 ${p50Ms} ms, p95 ${p95Ms} ms, p99 ${p99Ms} ms   ${JSON.stringify(statuses)}${rest}`);
}

function show(what: string, figure: string | number): void {
  console.log(`${what.padEnd(44)} ${figure}`);
}
