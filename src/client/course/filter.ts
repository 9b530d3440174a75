/** Filters where one stands: the page does not jump, and going back leaves it instead of undoing filters. */
export function filterInPlace(nav: HTMLElement): void {
  // A smooth way to the filter would go on after the page was put back.
  document.documentElement.style.scrollBehavior = 'auto';
  nav.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null) return;
    event.preventDefault();
    const { scrollX, scrollY } = globalThis;
    const stay = () => scrollTo(scrollX, scrollY);
    // The browser goes to the filter now or with the next frame.
    addEventListener('hashchange', () => requestAnimationFrame(stay), { once: true });
    location.replace(link.hash);
    stay();
  });
}
