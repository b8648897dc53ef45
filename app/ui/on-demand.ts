import { type ComponentType, lazy } from 'react'

/**
 * A part of the screen that its first use loads. The button that opens it calls `preload` when a person points at it or
 * reaches it by keyboard, so the part is there by the time the button is pressed.
 */
export function onDemand<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  // A failed preload stays silent: the use that follows loads again and reports.
  const preload = () => void load().catch(() => {})
  return Object.assign(lazy(load), { preload, onIntent: { onPointerEnter: preload, onFocus: preload } })
}
