import type { Viewer } from '#domain/person/person.ts';
import { requireRole } from '#server/accounts/guards.ts';

/** Who acts on the people of a house: its coordinator, or the operator of the server by a command, whom no account stands for. */
export interface Acting {
  /** Id of the coordinator; of an operator the account that gave the command. */
  readonly by: string;
  readonly house: string;
  readonly isOperator: boolean;
}

/** @throws Refusal unauthenticated, forbidden */
export function requireActing(asked: Viewer | undefined): Acting {
  const { id, house } = requireRole({ viewer: asked }, 'coordinator');
  return { by: id, house, isOperator: false };
}

/** SQL that is true while whoever acts may still do so: of two coordinators who shut each other out at once one stays. */
export const stillActs = `(? OR EXISTS (SELECT 1 FROM person AS actor
  WHERE actor.id = ? AND actor.house = ? AND actor.role = 'coordinator' AND actor.deactivated_at IS NULL))`;

/** The values that `stillActs` asks for. */
export function stillActsArgs({ by, house, isOperator }: Acting): readonly [number, string, string] {
  return [isOperator ? 1 : 0, by, house];
}
