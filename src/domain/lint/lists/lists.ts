import type { Content } from '#domain/lint/content.ts';
import { lintFactId, lintFactIds } from '#domain/lint/facts.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

/** Houses, terms, contacts, countries and paths: ids once each, facts that exist. */
export function lintLists(content: Content): readonly Fault[] {
  const { houses, glossary, contacts, countries, paths } = content;
  return [houses, glossary, contacts, countries, paths]
    .flatMap((list: Located<readonly { readonly id: string }[]> | undefined) =>
      list === undefined ? [] : lintIds(list),
    )
    .concat(
      (glossary?.value ?? []).flatMap((term, at) => {
        if (glossary === undefined) return [];
        const phone = findPhoneNumber(term.meaning);
        const message = `nomor "${phone}" tidak ditulis di glosarium. Daftarkan di content/contacts.yaml.`;
        return [
          ...lintFactIds(content, glossary, [at, 'sources'], term.sources),
          ...(phone === undefined ? [] : [faultAt(glossary, [at, 'meaning'], 'nomor-telepon', message)]),
        ];
      }),
      (contacts?.value ?? []).flatMap(({ source }, at) =>
        contacts === undefined ? [] : lintFactId(content, contacts, [at, 'source'], source),
      ),
    );
}

function lintIds(list: Located<readonly { readonly id: string }[]>): readonly Fault[] {
  const ids = list.value.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : faultAt(list, [at, 'id'], 'id-ganda', `id "${id}" sudah dipakai di atas. Pilih id lain.`),
  );
}
