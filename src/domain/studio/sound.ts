/** How long a lesson's recording may be, and how much it may take up. */
export const soundLimits = { seconds: 90, bytes: 300 * 1024 } as const;
