/** What staff do to a person's account: `look` is only looking. */
export type Deed = 'add' | 'save' | 'clear-pin' | 'deactivate' | 'activate' | 'void-card' | 'join' | 'look';
