/** A key as it stands on the keyboard in front of the person: "Mod+k" is "⌘ K" or "Ctrl+K". */
export function shownKey(key: string, userAgent: string): string {
  const isMac = /Mac|iP(hone|ad)/.test(userAgent)
  const named = key.replace(/^Arrow(Up|Down)$/, (_, to) => (to === 'Up' ? '↑' : '↓'))
  return named.replace(/^Mod\+/, isMac ? '⌘ ' : 'Ctrl+').replace(/(?<=[+ ])[a-z]$/, (letter) => letter.toUpperCase())
}
