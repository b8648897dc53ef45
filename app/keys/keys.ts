interface Press {
  key: string
  /** 229: the key belongs to an input method. */
  keyCode: number
  isComposing?: boolean
}

/**
 * The key that a person means; null while an input method is composing, which uses keys such as Enter and Escape
 * itself. Safari reports the Enter that ends a composition after the end, so only its key code tells.
 */
export function keyOf(event: Press | { nativeEvent: Press }): string | null {
  const press = 'nativeEvent' in event ? event.nativeEvent : event
  return press.isComposing || press.keyCode === 229 ? null : press.key
}
