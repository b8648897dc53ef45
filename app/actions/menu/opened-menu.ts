/** A menu that is open, and the place from which it was asked for. */
export interface OpenedMenu {
  id: string
  at: HTMLElement | { getBoundingClientRect(): DOMRect }
}

export const atPoint = (x: number, y: number): OpenedMenu['at'] => ({
  getBoundingClientRect: () => new DOMRect(x, y, 0, 0),
})
