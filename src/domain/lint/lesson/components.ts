import type { FaultName } from '#domain/fault/names.ts';
import { countryAspects } from '#domain/course/country.ts';
import { signs } from '#domain/course/sign.ts';
import { worksheetKinds } from '#domain/worksheet/sheet.ts';
import { suggest } from '#domain/suggestion.ts';

/** What an attribute of a lesson component takes. Every value is a literal text. */
export interface AttributeRule {
  readonly required: boolean;
  /** The only values allowed; any text when absent. */
  readonly values?: readonly string[];
  /** In signs. */
  readonly maxLength?: number;
}

export interface ComponentRule {
  /** `block` stands on lines of its own, `inline` in a sentence, `any` in both places. */
  readonly place: 'block' | 'inline' | 'any';
  /** Whether something stands between its opening and its closing tag. */
  readonly holds: 'nothing' | 'text' | 'blocks' | 'one ordered list';
  /** Whether it may stand inside another component. */
  readonly nests: boolean;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
}

const id: AttributeRule = { required: true, maxLength: 80 };

/** All that authors may use in a lesson. The guard, the pages' components and the authors' guide share this table. */
export const lessonComponents = {
  Note: {
    place: 'block',
    holds: 'blocks',
    nests: false,
    attributes: {
      kind: { required: true, values: ['tip', 'warning', 'danger'] },
      title: { required: false, maxLength: 80 },
    },
  },
  Story: {
    place: 'block',
    holds: 'blocks',
    nests: false,
    attributes: { title: { required: true, maxLength: 80 } },
  },
  Steps: { place: 'block', holds: 'one ordered list', nests: true, attributes: {} },
  Sign: { place: 'inline', holds: 'nothing', nests: true, attributes: { id: { required: true, values: signs } } },
  Term: { place: 'inline', holds: 'text', nests: true, attributes: { id } },
  Figure: {
    place: 'block',
    holds: 'nothing',
    nests: true,
    attributes: {
      src: { required: true, maxLength: 80 },
      alt: { required: true, maxLength: 250 },
      caption: { required: false, maxLength: 160 },
    },
  },
  Quiz: { place: 'block', holds: 'nothing', nests: false, attributes: { id } },
  Worksheet: {
    place: 'block',
    holds: 'nothing',
    nests: false,
    attributes: { kind: { required: true, values: worksheetKinds } },
  },
  Country: { place: 'block', holds: 'nothing', nests: false, attributes: { id } },
  Countries: {
    place: 'block',
    holds: 'nothing',
    nests: false,
    attributes: { aspect: { required: true, values: countryAspects } },
  },
  Contact: { place: 'any', holds: 'nothing', nests: true, attributes: { id } },
} as const satisfies Readonly<Record<string, ComponentRule>>;

export type LessonComponent = keyof typeof lessonComponents;

/** The rule of a component; undefined when authors may not use it. */
export function findComponentRule(name: string): ComponentRule | undefined {
  return Object.hasOwn(lessonComponents, name) ? lessonComponents[name as LessonComponent] : undefined;
}

/** What is wrong with the attributes of a known component; `name` of the fault and an Indonesian sentence for each. */
export function checkAttributes(
  component: string,
  attributes: Readonly<Record<string, string>>,
): readonly { readonly name: FaultName; readonly message: string }[] {
  const rule = findComponentRule(component);
  if (rule === undefined) return [];
  const names = Object.keys(rule.attributes);
  const unknown = Object.keys(attributes).filter((it) => !names.includes(it));
  return [
    ...unknown.map((it) => ({
      name: 'atribut-tidak-dikenal' as const,
      message: `<${component}> tidak punya atribut "${it}". ${names.length === 0 ? 'Hapus atribut itu.' : `Yang ada: ${names.join(', ')}.`}`,
    })),
    ...Object.entries(rule.attributes).flatMap(([it, attribute]) => {
      const problem = attributeProblem(attribute, Object.hasOwn(attributes, it) ? attributes[it] : undefined);
      return problem === undefined ? [] : [{ ...problem, message: `<${component}>: ${it} ${problem.message}` }];
    }),
  ];
}

function attributeProblem(
  { required, values, maxLength }: AttributeRule,
  value: string | undefined,
): { readonly name: FaultName; readonly message: string } | undefined {
  if (value === undefined) {
    return required ? { name: 'atribut-kurang', message: 'wajib ditulis, di antara tanda kutip.' } : undefined;
  }
  if (value.trim() === '') return { name: 'atribut-kurang', message: 'kosong. Isi, atau hapus bila tidak wajib.' };
  if (values !== undefined && !values.includes(value)) {
    return {
      name: 'atribut-salah',
      message: `berisi "${value}".${suggest(value, values)} Pilih salah satu: ${values.join(', ')}.`,
    };
  }
  const length = [...value].length;
  return maxLength !== undefined && length > maxLength
    ? { name: 'atribut-terlalu-panjang', message: `terlalu panjang (${length} huruf). Paling banyak ${maxLength}.` }
    : undefined;
}
