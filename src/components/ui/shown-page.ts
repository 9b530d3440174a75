import type { Viewer } from '#domain/person/person.ts';

interface Asked {
  readonly locals: App.Locals;
  readonly url: URL;
}

/** The path of the page that is shown: of a lesson that is looked at before it is published, the one it will have. */
export function shownPath({ locals, url }: Asked): string {
  return locals.preview?.path ?? url.pathname;
}

/** The same with what is asked for behind `?`, and who sees it: a lesson before it is published looks as it will to anybody. */
export function shownTo(asked: Asked): { readonly address: string; readonly viewer: Viewer | undefined } {
  const { locals, url } = asked;
  if (locals.preview !== undefined) return { address: locals.preview.path, viewer: undefined };
  return { address: url.pathname + url.search, viewer: locals.viewer };
}
