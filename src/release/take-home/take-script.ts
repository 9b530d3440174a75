import { bundleScript } from '#release/script-bundle.ts';

/** The script for a file, by the file's sections: what talks to a server is exchanged, and only its own sheets can reckon. */
export function openScripts(): (html: string) => Promise<string> {
  const made = new Map<string, Promise<string>>();
  return (html) => {
    const kinds = [
      ...new Set([...html.matchAll(/<work-sheet[^>]*data-kind="([^"]+)"/g)].map(([, kind = '']) => kind)),
    ].sort();
    const key = kinds.join(' ');
    const script = made.get(key) ?? makeScript(kinds);
    made.set(key, script);
    return script;
  };
}

function makeScript(kinds: readonly string[]): Promise<string> {
  return bundleScript({
    entry: 'take-home/main.ts',
    name: 'bawaPulang',
    instead: {
      'outbox/sync.ts': 'take-home/no-line.ts',
      'quiz/hand-over.ts': 'take-home/hand-over.ts',
      'quiz/sent.ts': 'take-home/sent.ts',
      'quiz/attempt-number.ts': 'take-home/attempt-number.ts',
    },
    rewrite: (path, text) =>
      path === 'worksheet/arithmetics.ts'
        ? text.replace(/^ +'?([\w-]+)'?: \(\) => import\(.*\n/gm, (line, kind: string) =>
            kinds.includes(kind) ? line : '',
          )
        : text,
  });
}
