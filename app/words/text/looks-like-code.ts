const SIGNS = [
  /^(\t| {2,})\S/,
  /[{};]\s*$/,
  /^\s*[})\]]+[,;]?\s*$/,
  /^[+-] ?\S.*[;{}()=]/,
  /^\s*at .+:\d+/,
  /^\$ \S/,
  /^\s*<\/?[a-z][^>]*>\s*$/i,
]

/** Whether a text needs a font of fixed width: code, a patch, a stack trace, a table drawn with spaces. */
export function looksLikeCode(text: string): boolean {
  const lines = text
    .slice(0, 4_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length < 3) return false
  const signs = lines.filter((line) => SIGNS.some((sign) => sign.test(line))).length
  return signs >= 3 && signs / lines.length >= 0.5
}
