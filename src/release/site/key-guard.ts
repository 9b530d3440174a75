import { gunzipSync } from 'node:zlib';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { expandCases } from '#domain/question/case.ts';
import { secretTexts } from '#domain/question/authored.ts';
import type { Question } from '#domain/question/question.ts';
import { releaseMessages } from '#messages/release.ts';
import { openSecretIndex, type Secret } from './secret-index.ts';

/** Shorter texts would be found by chance. */
const shortestSecret = 24;
/** Enough of a text to tell it from a lesson that states the same formula. */
const secretLength = 160;

/** Looks for anything that only the server may know of assessments. Answers one line `key_leak: …` per finding. */
export function openKeyGuard(catalogue: Catalogue): (path: string, bytes: Buffer) => string[] {
  const assessments = catalogue.quizzes.map(({ quiz }) => quiz).filter(({ mode }) => mode === 'assessment');
  const questions = assessments.flatMap((quiz) => quiz.questions.map((question) => ({ quiz, question })));
  const prompts = new Set(
    questions.flatMap(({ question }) => [
      ...(question.kind === 'case' ? [plain(question.story)] : []),
      ...expandCases([question]).map(({ prompt }) => plain(prompt)),
    ]),
  );
  const secrets: Secret[] = questions.flatMap(({ quiz, question }) =>
    secretsOf(question)
      .map((text) => plain(text).slice(0, secretLength))
      .filter((words) => words.length >= shortestSecret)
      .map((words) => ({ where: `${quiz.course}/${quiz.id}/${question.id}`, words })),
  );
  const findSecrets = openSecretIndex(secrets);
  return (path, bytes) => {
    const text = readText(path, bytes);
    if (text === undefined) return [];
    return [
      ...findSecrets(plain(text)).map((it) => releaseMessages.keyInText(path, it.where)),
      ...findKeyedQuestions(text, prompts).map((id) => releaseMessages.keyInData(path, id)),
    ];
  };
}

/** What tells the key in words; short keys cannot be looked for. */
function secretsOf(question: Question): readonly string[] {
  return [...(question.kind === 'case' ? [question.rationale] : []), ...expandCases([question]).flatMap(secretTexts)];
}

const keyFields = [
  ...['key', 'rationale', 'hint', 'feedback', 'tolerance', 'correct', 'answer'],
  ...['accepted', 'slip', 'marking', 'pairs', 'extra', 'mistakes'],
];

// Every JSON in the file: the file itself, or what stands in <script type="application/json">.
function findKeyedQuestions(text: string, prompts: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const fields = value as Record<string, unknown>;
    const { id } = fields;
    const prompt = fields.prompt ?? fields.story;
    const isOurs = typeof prompt === 'string' && prompts.has(plain(prompt));
    if (isOurs && keyFields.some((name) => name in fields)) found.add(String(id));
    for (const part of Object.values(fields)) visit(part);
  };
  for (const json of [
    text,
    ...[...text.matchAll(/<script\b[^>]*json[^>]*>(.*?)<\/script>/gis)].map(([, body = '']) => body),
  ]) {
    if (!/^\s*[[{]/.test(json)) continue;
    try {
      visit(JSON.parse(json));
    } catch {
      // No JSON after all.
    }
  }
  return [...found];
}

function readText(path: string, bytes: Buffer): string | undefined {
  if (/\.(html|json|js|mjs|css|xml|txt|svg|map|webmanifest|pf_[a-z]+)$/.test(path)) return bytes.toString('utf8');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8');
  return undefined;
}

// Letters and digits alone: the same text in Markdown, HTML and JSON becomes the same words.
function plain(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/<[^<>]{0,300}>|&(#\d+|#x[0-9a-f]+|[a-z]+);|\\[nrt]/gi, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
