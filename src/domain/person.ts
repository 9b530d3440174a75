export const roles = ['participant', 'trainer', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** The person a request is for. */
export interface Viewer {
  /** UUID. */
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** House id. */
  readonly house: string;
}
