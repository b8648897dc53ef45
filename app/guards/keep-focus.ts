const FOCUSABLE = 'button:not(:disabled), a[href], input, textarea, select, [tabindex]:not([tabindex="-1"])'

/** An element with this attribute takes the focus of anything inside it that is removed. */
const HOME = '[data-focus-home]'

/**
 * A removed element takes the focus with it, and a keyboard or a screen reader starts again at the top of the page. This
 * gives the focus to the nearest home around the place where it was. Returns stop.
 */
export function keepFocus(): () => void {
  let homes: Element[] = []
  let last: EventTarget | null = null

  const note = ({ target }: FocusEvent) => {
    last = target
    // A menu hangs somewhere else than the button that opened it, and a dialog stands outside of the page. When they
    // close, the place that opened them counts.
    if (!(target instanceof Element) || target.closest('[role="menu"]')) return
    const found = homesOf(target)
    if (found.length > 0) homes = found
  }
  const look = () => {
    if (!(last instanceof Element) || last.isConnected || document.activeElement !== document.body) return
    last = null
    // A list that is empty now has no place left.
    const places = homes.filter((it) => it.isConnected).map(placeIn)
    places.find((it) => it !== null)?.focus({ preventScroll: true })
  }
  // A dialog that closes gives the focus back by itself, a moment after it was removed.
  const observer = new MutationObserver(() => {
    if (last instanceof Element && !last.isConnected) setTimeout(look)
  })
  document.addEventListener('focusin', note)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', note)
    observer.disconnect()
  }
}

function homesOf(element: Element): Element[] {
  const homes: Element[] = []
  for (let it = element.closest(HOME); it; it = it.parentElement?.closest(HOME) ?? null) homes.push(it)
  return homes
}

function placeIn(home: Element): HTMLElement | null {
  return home instanceof HTMLElement && home.tabIndex >= 0 ? home : home.querySelector<HTMLElement>(FOCUSABLE)
}
