const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** The keys of a combination as they are printed on a keyboard: `Mod+k` → "Ctrl", "K". */
export function keyNames(combination: string, isMac = onMac()): string[] {
  return combination.split('+').map((key) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl'
    return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  })
}

const onMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)
