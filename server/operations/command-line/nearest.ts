/** The word that the operator may have meant; undefined when none is close. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((word) => ({ word, apart: distance(typed, word) }))
    .filter(({ word, apart }) => apart <= Math.max(2, Math.floor(word.length / 2)))
    .sort((a, b) => a.apart - b.apart)
  return best?.word
}

/** Levenshtein's: how many letters have to be added, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] as number) + (letter === other ? 0 : 1)
      next.push(Math.min((next[j] as number) + 1, (row[j + 1] as number) + 1, replaced))
    }
    row = next
  }
  return row[b.length] as number
}
