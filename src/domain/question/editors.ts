import { editorOf } from '#domain/question/authored.ts';
import type { Question } from '#domain/question/question.ts';
import { caseEditor } from '#domain/question/editor/case.ts';
import { type EditorField, firstFields, lastFields, type QuestionEditor } from '#domain/question/editor/field.ts';

export function editorFor(kind: Question['kind']): QuestionEditor {
  return kind === 'case' ? caseEditor : editorOf(kind);
}

/** All fields of a question of this kind, in their order. */
export function formFields(kind: Question['kind'], mode: 'practice' | 'assessment'): readonly EditorField[] {
  const { fields } = editorFor(kind);
  const all = kind === 'case' ? fields : [...firstFields, ...fields, ...lastFields];
  return mode === 'practice' ? all : all.flatMap(withoutPracticeParts);
}

function withoutPracticeParts(field: EditorField): readonly EditorField[] {
  if (field.isForPractice === true) return [];
  if (field.control !== 'rows') return [field];
  return [{ ...field, cells: field.cells.filter((cell) => cell.isForPractice !== true) }];
}
