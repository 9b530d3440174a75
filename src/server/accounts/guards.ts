import type { Role, Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';

interface Asked {
  readonly viewer: Viewer | undefined;
}

/** Who is signed in. @throws Refusal unauthenticated */
export function requireViewer({ viewer }: Asked): Viewer {
  if (viewer === undefined) throw new Refusal('unauthenticated');
  return viewer;
}

/** Who is signed in, when their role is one of these. @throws Refusal unauthenticated, forbidden */
export function requireRole(asked: Asked, ...roles: readonly Role[]): Viewer {
  const viewer = requireViewer(asked);
  if (!roles.includes(viewer.role)) throw new Refusal('forbidden');
  return viewer;
}

/** Who is signed in, when they lead a house: a trainer or a coordinator. @throws Refusal unauthenticated, forbidden */
export function requireStaff(viewer: Viewer | undefined): Viewer {
  return requireRole({ viewer }, 'trainer', 'coordinator');
}
