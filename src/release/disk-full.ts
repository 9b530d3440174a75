/** Whether an error says that the disk, or what this account may use of it, is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' || tellsFullDisk(error.message) || isDiskFull(error.cause);
}

/** Compilers say it in words of their own, below them a trace. */
export function tellsFullDisk(said: string): boolean {
  return /\b(?:ENOSPC|EDQUOT)\b|no space left on device|disk quota exceeded|os error (?:28|122)\b/i.test(said);
}
