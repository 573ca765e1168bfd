/** Room that is left above and below, in pixels. */
const MARGIN = 24;

/**
 * Scrolls an element to the middle of its scrolling pane, if it is out of view there.
 * Where `source` lies in the same pane (a narrow screen) nothing moves from under the pointer, unless it was clicked.
 */
export function bringIntoView(target: Element, source: Element | null, isChosen = false): void {
  const pane = scrollPaneOf(target);
  if (!pane || (source && pane.contains(source) && !isChosen)) return;
  const [at, view] = [target.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (at.top >= view.top + MARGIN && at.bottom <= view.bottom - MARGIN) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = pane.scrollTop + at.top - view.top - (view.height - Math.min(at.height, view.height / 2)) / 2;
  pane.scrollTo({ top, behavior: isCalm ? 'auto' : 'smooth' });
}

function scrollPaneOf(element: Element): Element | null {
  for (let pane = element.parentElement; pane; pane = pane.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(pane).overflowY);
    if (scrolls && pane.scrollHeight > pane.clientHeight) return pane;
  }
  return null;
}
