/** Only once typing rests for so long is it said what was found: a screen reader would be interrupted at every letter. */
const restMs = 1000;

/** Says things to people who hear the page: what is said last counts, and only once it has stayed for a while. */
export function openAnnouncer(region: HTMLElement): { say(text: string, at: 'once' | 'at rest'): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    say(text, at) {
      clearTimeout(timer);
      if (at === 'once') region.textContent = text;
      else timer = setTimeout(() => (region.textContent = text), restMs);
    },
  };
}
