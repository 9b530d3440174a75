import type { FaultName } from '#domain/fault/names.ts';
import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import {
  checkAttributes,
  type ComponentRule,
  findComponentRule,
  lessonComponents,
} from '#domain/lint/lesson/components.ts';
import { nearest } from '#domain/suggestion.ts';

type Component = MdxJsxFlowElement | MdxJsxTextElement;
type Problem = { readonly name: FaultName; readonly message: string };
type Use = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

export function isComponent(node: MdastNode): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether a component is known, stands where it may, holds what it may, and has literal attributes that it knows. */
export function checkComponent(
  node: Component,
  around: { readonly component: string | undefined; readonly parent: MdastNode },
): { readonly use?: Use; readonly faults: readonly Problem[] } {
  const name = node.name ?? '';
  const rule = findComponentRule(name);
  if (rule === undefined) return { faults: [unknownComponent(name)] };
  const { attributes, faults } = readAttributes(node, name);
  return {
    use: { name, attributes },
    faults: [
      ...(faults.length > 0 ? faults : checkAttributes(name, attributes)),
      ...placeProblems(node, name, rule, around),
      ...holdingProblems(node, name, rule),
    ],
  };
}

function unknownComponent(name: string): Problem {
  const names = Object.keys(lessonComponents);
  const near = nearest(name, names);
  if (near === undefined && /^[a-z]*$/.test(name)) {
    const message = `tag HTML <${name}> tidak boleh. Pakai Markdown, atau salah satu komponen: ${names.join(', ')}.`;
    return { name: 'html-mentah', message };
  }
  const advice = near === undefined ? `Yang ada: ${names.join(', ')}.` : `Maksud Anda <${near}>?`;
  return { name: 'komponen-tidak-dikenal', message: `komponen <${name}> tidak dikenal. ${advice}` };
}

/** Only literal texts: no spreads, no expressions, no bare names, no name twice. */
function readAttributes(
  node: Component,
  component: string,
): { readonly attributes: Readonly<Record<string, string>>; readonly faults: readonly Problem[] } {
  const attributes = new Map<string, string>();
  const faults: Problem[] = [];
  for (const attribute of node.attributes) {
    const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      faults.push({
        name: 'atribut-bukan-tulisan',
        message: `<${component}>: ${name} harus berupa tulisan di antara tanda kutip, misalnya id="buku-kas".`,
      });
    } else if (attributes.has(name)) {
      faults.push({ name: 'atribut-ganda', message: `<${component}>: ${name} ditulis dua kali. Hapus salah satu.` });
    } else {
      attributes.set(name, attribute.value);
    }
  }
  return { attributes: Object.fromEntries(attributes), faults };
}

function placeProblems(
  node: Component,
  name: string,
  { place, nests }: ComponentRule,
  around: { readonly component: string | undefined; readonly parent: MdastNode },
): readonly Problem[] {
  const fault = (message: string): readonly Problem[] => [{ name: 'komponen-salah-tempat', message }];
  if (place === 'inline' && node.type === 'mdxJsxFlowElement') {
    return fault(`<${name}> ditulis di dalam kalimat, bukan di baris sendiri.`);
  }
  if (place === 'block' && node.type === 'mdxJsxTextElement') {
    return fault(`<${name}> harus di baris sendiri, dengan baris kosong di atas dan di bawahnya.`);
  }
  if (nests || around.parent.type === 'root') return [];
  return fault(
    around.component === undefined
      ? `<${name}> tidak boleh di dalam daftar atau kutipan. Pindahkan ke baris sendiri.`
      : `<${name}> tidak boleh di dalam <${around.component}>. Pindahkan ke luar.`,
  );
}

function holdingProblems(node: Component, name: string, { holds }: ComponentRule): readonly Problem[] {
  const children = (node.children as MdastNode[]).filter(
    ({ type }) => type !== 'mdxFlowExpression' && type !== 'mdxTextExpression',
  );
  const fault = (message: string): readonly Problem[] => [{ name: 'isi-komponen-salah', message }];
  if (holds === 'nothing') {
    return children.length === 0 ? [] : fault(`<${name}> tidak punya isi. Tutup langsung: <${name} … />.`);
  }
  if (children.length === 0) return fault(`<${name}> kosong. Tulis isinya di antara <${name}> dan </${name}>.`);
  if (holds === 'text') {
    const texts = ['text', 'strong', 'emphasis', 'inlineCode'];
    return children.every(({ type }) => texts.includes(type)) ? [] : fault(`<${name}> hanya boleh berisi tulisan.`);
  }
  if (holds === 'one ordered list') {
    const [list, ...rest] = children;
    return list?.type === 'list' && list.ordered && rest.length === 0
      ? []
      : fault(`<${name}> berisi satu daftar bernomor (1. 2. 3.) dan tidak ada yang lain.`);
  }
  return children.some(({ type }) => type === 'text')
    ? fault(`isi <${name}> harus di baris sendiri, dengan satu baris kosong sebelum dan sesudahnya.`)
    : [];
}
