/** What staff do to a person's account: `look` is only looking. What a keeper does to the server is told of their own. */
export type Deed =
  | 'add'
  | 'save'
  | 'clear-pin'
  | 'deactivate'
  | 'activate'
  | 'void-card'
  | 'join'
  | 'second-step'
  | 'end-second-step'
  | 'recovery-codes'
  | 'clear-second-step'
  | 'merge'
  | 'look'
  | 'backup'
  | 'take-backup'
  | 'recovery-sheet';
