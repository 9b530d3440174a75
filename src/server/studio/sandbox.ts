/**
 * Stands beside the policy of every page on one that shows what somebody is still writing: scripts of ours run in an origin of
 * their own, without cookies or storage, and no form goes anywhere.
 */
export const sandboxPolicy = "sandbox allow-scripts; form-action 'none'";
