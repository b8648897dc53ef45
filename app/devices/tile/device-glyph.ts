import type { Glyph } from './glyphs.tsx'

const kinds: [RegExp, Glyph][] = [
  [/ipad|tablet/i, 'tablet'],
  [/iphone|android|phone|mobile|pixel|galaxy/i, 'phone'],
  [/script|curl|node|bot|server|cli|backup|cron/i, 'script'],
  [/laptop|notebook|macbook|thinkpad|chromebook/i, 'laptop'],
  [/desktop|imac|mac mini|mac studio|tower|workstation|\bdesk\b|\bpc\b/i, 'desktop'],
]

interface Kind {
  name: string
  platform: string
  access?: string | undefined
}

/**
 * The glyph of a device, guessed from its name and its platform. Most computers do not say whether they have a lid; the
 * colour then decides, which a device keeps for ever, so the first is a laptop and the second a desktop.
 */
export function glyphOf({ name, platform, access }: Kind, colour: number | undefined): Glyph {
  if (access === 'send') return 'script'
  for (const text of [name, platform]) {
    const known = kinds.find(([pattern]) => pattern.test(text))
    if (known) return known[1]
  }
  return (colour ?? 0) % 2 === 0 ? 'laptop' : 'desktop'
}
