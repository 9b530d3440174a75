import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import type { Fault } from '#domain/lint/fault.ts';
import type { QuestionPath } from './question-text.ts';
import { stepsTo, type YamlSteps } from './yaml-steps.ts';

/** A fault of a quiz at the question that it is about; the path is empty for one of the quiz as a whole. */
export interface QuestionFault {
  readonly path: QuestionPath;
  /** Where in the question: `choices.1.text`; empty for the question as a whole. */
  readonly at: string;
  readonly message: string;
  readonly severity: Fault['severity'];
}

/** Which question each fault of a quiz is about, and where in it. */
export function placeFaults(yaml: string, faults: readonly Fault[]): readonly QuestionFault[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(yaml, { lineCounter: lines, ...yamlRules });
  return faults.map(({ line, column, message, severity }) => {
    const offset = (lines.lineStarts[line - 1] ?? 0) + column - 1;
    return { ...splitSteps(stepsTo(contents, offset), contents), message, severity };
  });
}

/** Names of the questions that the way leads through, and the rest of it. */
function splitSteps(steps: YamlSteps, contents: unknown): { readonly path: QuestionPath; readonly at: string } {
  const path: string[] = [];
  let rest = steps;
  let node = contents;
  while (rest[0] === 'questions' && typeof rest[1] === 'number' && isMap(node)) {
    const list = node.get('questions', true);
    node = isSeq(list) ? list.items[rest[1]] : undefined;
    if (!isMap(node)) break;
    path.push(String(node.get('id')));
    rest = rest.slice(2);
  }
  const isWhole = rest[0] === 'id' || rest[0] === 'kind';
  return { path, at: isWhole ? '' : rest.join('.') };
}
