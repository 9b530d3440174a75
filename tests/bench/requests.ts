import { randomUUID } from 'node:crypto';
import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import { expandCases } from '#domain/question/case.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { makeUuid } from '#server/uuid.ts';
import { benchPin, type Learner, type Subject } from './subject.ts';

const answersPerAttempt = 10;

/** A GET as a phone sends it. */
export function getRequest({ port }: Subject, path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip, deflate, br\r\nAccept: text/html\r\n\r\n`;
}

/** `count` attempts at one quiz with ten of the drawn questions answered, one record a request, by everybody in turn. */
export function attemptRequests(subject: Subject, quiz: PublishedQuiz, count: number): string[] {
  return Array.from({ length: count }, (_, seq) => {
    const learner = subject.learners[seq % subject.learners.length] as Learner;
    return postRequest(subject, '/api/records', {
      type: 'application/json',
      body: JSON.stringify({ records: [makeAttempt(learner, quiz, seq)] }),
      cookie: learner.cookie,
    });
  });
}

/** One sign-in of everybody, with the right PIN. */
export function signInRequests(subject: Subject): string[] {
  return subject.learners.map(({ viewer }) =>
    postRequest(subject, '/masuk/', {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ login: viewer.login, secret: benchPin, next: '/saya/' }).toString(),
    }),
  );
}

function makeAttempt({ viewer }: Learner, { quiz, edition }: PublishedQuiz, seq: number): unknown {
  const seed = randomUUID();
  const answeredAt = new Date().toISOString();
  return {
    id: makeUuid(),
    kind: 'attempt',
    person: viewer.id,
    device: 'a0000000-0000-4000-8000-000000000000',
    seq,
    answeredAt,
    startedAt: answeredAt,
    course: quiz.course,
    quiz: quiz.id,
    edition,
    seed,
    responses: expandCases(drawnQuestions(quiz, seed))
      .slice(0, answersPerAttempt)
      .map((question) => ({ question: question.id, given: rightResponse(question) })),
  };
}

interface Posted {
  readonly type: string;
  readonly body: string;
  readonly cookie?: string;
}

function postRequest({ port, origin }: Subject, path: string, { type, body, cookie }: Posted): string {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: ${origin}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
