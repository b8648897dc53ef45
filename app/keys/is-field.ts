/** Whether a key that is pressed here writes, or moves what is chosen. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="menu"] *, [role="listbox"] *'))
