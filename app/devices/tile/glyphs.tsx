import type { ReactNode } from 'react'

/** The shape in a tile. `all` stands for every device, `unknown` for a device of which no name is left. */
export type Glyph = 'laptop' | 'desktop' | 'phone' | 'tablet' | 'script' | 'all' | 'unknown'

/** Drawn in a box of 16, as few lines as a tile of 18 px can show. */
export const glyphs: Record<Glyph, ReactNode> = {
  laptop: (
    <>
      <rect x="3" y="3" width="10" height="7.25" rx="1.25" />
      <path d="M1.5 12.75h13" />
    </>
  ),
  desktop: (
    <>
      <rect x="1.75" y="2.25" width="12.5" height="8.75" rx="1.5" />
      <path d="M5.5 14h5M8 11v3" />
    </>
  ),
  phone: (
    <>
      <rect x="4.25" y="1.5" width="7.5" height="13" rx="1.75" />
      <path d="M7.25 12h1.5" />
    </>
  ),
  tablet: (
    <>
      <rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.75" />
      <path d="M11.75 7.25v1.5" />
    </>
  ),
  script: <path d="m3.25 4.25 3.75 3.75-3.75 3.75M8.5 12h4.5" fill="none" />,
  all: (
    <>
      <path d="M2 8.75 3.9 4a1.75 1.75 0 0 1 1.6-1.1h5a1.75 1.75 0 0 1 1.6 1.1L14 8.75V11.5a1.75 1.75 0 0 1-1.75 1.75h-8.5A1.75 1.75 0 0 1 2 11.5Z" />
      <path d="M2 8.75h3.5l1 1.75h3l1-1.75H14" fill="none" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="3.25" />,
}
