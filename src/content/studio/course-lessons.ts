import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';

/**
 * A course's YAML with one more lesson at the end of its list; every other byte stays. Undefined where there is no list that
 * it could be put into.
 */
export function addLesson(yaml: string, lesson: string): string | undefined {
  const list = lessonsIn(yaml);
  const last = list?.items.at(-1);
  if (list === undefined || !isScalar(last) || last.range == null) return undefined;
  const [from, to] = last.range;
  if (list.flow === true) return `${yaml.slice(0, to)}, ${lesson}${yaml.slice(to)}`;
  const line = yaml.slice(yaml.lastIndexOf('\n', from) + 1, from);
  return `${yaml.slice(0, to)}\n${line}${lesson}${yaml.slice(to)}`;
}

/** The same without a lesson, which is told among those that there were. */
export function withdrawLessonIn(yaml: string, lesson: { id: string; title: string }): string | undefined {
  const rest = dropLesson(yaml, lesson.id);
  if (rest === undefined) return undefined;
  const line = `  - { id: ${lesson.id}, title: ${JSON.stringify(lesson.title)} }\n`;
  const text = rest.endsWith('\n') ? rest : `${rest}\n`;
  const list = parseDocument(text, yamlRules).get('withdrawn', true);
  if (list === undefined) return `${text}withdrawn:\n${line}`;
  if (!isSeq(list) || list.flow === true || list.range == null) return undefined;
  return text.slice(0, list.range[1]).replace(/\n*$/, '\n') + line + text.slice(list.range[1]);
}

/** The same without a lesson. */
function dropLesson(yaml: string, lesson: string): string | undefined {
  const list = lessonsIn(yaml);
  const at = list?.items.findIndex((it) => isScalar(it) && it.value === lesson) ?? -1;
  const item = list?.items[at];
  if (list === undefined || !isScalar(item) || item.range == null || list.items.length === 1) return undefined;
  const [from, to] = item.range;
  if (list.flow === true) {
    const before = yaml.slice(0, from);
    const rest = yaml.slice(to);
    return at === 0 ? before + rest.replace(/^\s*,\s*/, '') : before.replace(/,\s*$/, '') + rest;
  }
  const lineEnd = yaml.indexOf('\n', to);
  return yaml.slice(0, yaml.lastIndexOf('\n', from) + 1) + (lineEnd < 0 ? '' : yaml.slice(lineEnd + 1));
}

function lessonsIn(yaml: string) {
  const list = parseDocument(yaml, yamlRules).get('lessons', true);
  return isSeq(list) ? list : undefined;
}

/** Whether a course once had a lesson of this name. */
export function isWithdrawnIn(yaml: string, lesson: string): boolean {
  const list = parseDocument(yaml, yamlRules).get('withdrawn');
  return isSeq(list) && list.items.some((it) => isMap(it) && it.get('id') === lesson);
}
