/** Below this depth and length of its strings, a JSON text is laid out in a few ms. */
const DEEPEST = 60
const LONGEST_STRING = 1_000

/** Whether the whole text is a JSON object or array that the view can show. */
export function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || !/[}\]]\s*$/.test(text.slice(-200)) || !isShallow(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a text that does not say it is JSON is meant as such. Hardly any writer of `[2]` or `{}` means data. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*"|\[[\s\S]*[,{])/.test(text) && isJson(text)

function isShallow(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token.length > LONGEST_STRING) return false
    if (token === '[' || token === '{') depth++
    if (token === ']' || token === '}') depth--
    if (depth > DEEPEST) return false
  }
  return true
}
