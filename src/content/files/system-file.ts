/** Whether a file of this name was left by a system or an editor (macOS, Windows, Office), which hides it: nobody wrote it. */
export function isSystemFile(name: string): boolean {
  return /^(\.DS_Store|\.localized|Thumbs\.db|ehthumbs\.db|desktop\.ini|~\$.*|\._.*|\.~lock\..*#)$/i.test(name);
}
