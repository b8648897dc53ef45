import { keyOf } from './keys.ts'

export interface KeyPress {
  key: string
  keyCode: number
  isComposing?: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Whether a press is the given combination: `Mod+k`, `Shift+Enter`, `?`. */
export function matches(press: KeyPress, combination: string): boolean {
  const parts = combination.split('+')
  const key = parts.pop() ?? ''
  const pressed = keyOf(press)
  if (pressed === null || pressed.toLowerCase() !== key.toLowerCase()) return false
  const mod = press.ctrlKey || press.metaKey
  // Keyboards differ in which signs need Shift.
  const shift = key.length > 1 || mod ? press.shiftKey : parts.includes('Shift')
  return mod === parts.includes('Mod') && press.altKey === parts.includes('Alt') && shift === parts.includes('Shift')
}
