import type { CaseQuestion } from '#domain/question/case.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Extras } from './extras.ts';

/** A question on its way out: a case comes apart, each sub-question with the story before it. */
export interface Outgoing {
  /** `<case>-<sub>` for a sub-question. */
  readonly name: string;
  readonly question: SimpleQuestion;
  /** What to show before the prompt; empty outside of cases. */
  readonly story: string;
  readonly extras: Extras;
}

/** What is written, and which questions the format has no form for. */
export interface Exported {
  readonly text: string;
  readonly left: readonly { readonly id: string; readonly kind: string }[];
}

/** Takes questions apart for a format of others; what it has no place for goes along in `extras`. */
export function outgoing(questions: readonly Question[]): readonly Outgoing[] {
  return questions.flatMap((question): readonly Outgoing[] => {
    if (question.kind !== 'case') {
      return [{ name: question.id, question, story: '', extras: extrasOf(question) }];
    }
    const { id, story, rationale, source, read } = question;
    const inCase: Extras['inCase'] = {
      id,
      story,
      rationale,
      ...(source !== undefined && { source }),
      ...(read !== undefined && { read }),
    };
    return question.questions.map((sub) => ({
      name: subName(question, sub),
      question: sub,
      story: `${story}\n\n`,
      extras: { ...extrasOf(sub), inCase },
    }));
  });
}

/** A sub-question's id out of its outside name; undefined when it is none of this case. */
export function readSubName(name: string, caseId: string): string | undefined {
  return name.startsWith(`${caseId}/`) ? name.slice(caseId.length + 1) : undefined;
}

function subName({ id }: CaseQuestion, sub: SimpleQuestion): string {
  return `${id}/${sub.id}`;
}

function extrasOf(question: SimpleQuestion): Extras {
  const { kind, hint, source, read, points } = question;
  const common: Extras = {
    kind,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
    ...(read !== undefined && { read }),
    ...(points !== 1 && { points }),
  };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const fixed = question.choices.flatMap((choice, at) => (choice.fixed ? at : []));
      return { ...common, ids: question.choices.map(({ id }) => id), ...(fixed.length > 0 && { fixed }) };
    }
    case 'number':
      return question.unit === undefined ? common : { ...common, unit: question.unit };
    case 'short-text':
      return question.slip ? { ...common, slip: true } : common;
    case 'order':
      return { ...common, ids: question.items.map(({ id }) => id), marking: question.marking };
    case 'match': {
      const rights = [...question.pairs.map(({ right }) => right), ...question.extra].map(({ id }) => id);
      return { ...common, ids: question.pairs.map(({ left }) => left.id), rightIds: [...new Set(rights)] };
    }
    case 'cloze': {
      const names = [...question.text.matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map(([, name = '']) => name);
      const slips = names.map((name) => {
        const blank = question.blanks[name];
        return blank !== undefined && 'slip' in blank && blank.slip;
      });
      return { ...common, ids: names, slips, prompt: question.prompt };
    }
    default:
      return common;
  }
}
