import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';

/**
 * The text of a quiz file with more questions at the end of its list. Not a sign of what stands there is touched: comments,
 * line breaks and quotation marks stay. Undefined when the list is not written line by line.
 */
export function appendQuestions(text: string, questions: readonly Question[]): string | undefined {
  const document = parseDocument(text, yamlRules);
  const list = isMap(document.contents) ? document.get('questions', true) : undefined;
  if (text.endsWith('\nquestions:\n')) return text + indented(writeList(questions), '  ', '\n');
  if (!isSeq(list) || list.flow || !list.range) return undefined;
  const first = list.items[0];
  const start = isCollection(first) ? first.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = indented(writeList(questions), indent, lineEnd);
  const end = endOfLine(text, list.range[1]);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : lineEnd}${written}${text.slice(end)}`;
}

/** A new practice without questions, and its text, ready for `appendQuestions`. */
export function newPractice(title: string) {
  const head = { title, mode: 'practice', pass: 0.7, shuffle: true } as const;
  return { head, text: `${new Document(head).toString({ lineWidth: 0 })}questions:\n` };
}

function indented(text: string, indent: string, lineEnd: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join(lineEnd);
}

/** Questions as authors write them: fields in their order, short lists on one line. */
function writeList(questions: readonly Question[]): string {
  const document = new Document(questions.map(toWritten));
  visit(document, {
    Map(_key, node, path) {
      // Choices, items, pairs and blanks stand on one line each.
      const isShort = node.items.every(
        ({ key, value }) => !isScalar(key) || key.value !== 'kind' || value === undefined,
      );
      if (path.length > 2 && isShort && !node.items.some(({ value }) => isMap(value))) node.flow = true;
      const names = node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
      if (names.includes('left') && names.includes('right')) node.flow = true;
    },
    Seq(_key, node) {
      if (node.items.length > 0 && node.items.every(isScalar)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The fields of a question in the order of the authors' guide, defaults left out. */
function toWritten(question: Question): Readonly<Record<string, unknown>> {
  if (question.kind === 'case') {
    const { kind, id, story, questions, rationale, source, read } = question;
    return withoutUndefined({ id, kind, story, questions: questions.map(toWritten), rationale, source, read });
  }
  const { id, kind, prompt, rationale, hint, source, read, points } = question;
  return withoutUndefined({
    id,
    kind,
    prompt,
    ...ownFields(question),
    rationale,
    hint,
    source,
    read,
    points: points === 1 ? undefined : points,
  });
}

function ownFields(question: SimpleQuestion): Readonly<Record<string, unknown>> {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { choices: question.choices, key: question.key };
    case 'true-false':
      return { key: question.key };
    case 'number':
      return { unit: question.unit, key: question.key, tolerance: question.tolerance };
    case 'short-text':
      return { accepted: question.accepted, slip: question.slip || undefined };
    case 'order':
      return { items: question.items, marking: question.marking };
    case 'match':
      return { pairs: question.pairs, extra: question.extra.length === 0 ? undefined : question.extra };
    case 'cloze':
      return { text: question.text, blanks: question.blanks };
  }
}

function withoutUndefined(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined));
}

/** The offset behind the line end that follows `offset`. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}
