/** Finds the code in a text that a person typed or pasted: the code alone, or a link that carries it. */
export function pairingCodeIn(text: string): string {
  const hash = text.indexOf('#')
  const code = hash < 0 ? text : text.slice(hash + 1)
  try {
    return decodeURIComponent(code).trim()
  } catch {
    return code.trim()
  }
}
