import type { CSSProperties } from 'react'
import { type Glyph, glyphs } from './glyphs.tsx'

/** In pixels: delivery, chips, messages and menus, navigation, dialogs. */
export type TileSize = 18 | 20 | 28 | 32 | 48

/** `{ has }`: it is getting it right now, from 0 to 1. */
export type TileState = 'filled' | 'lacks' | 'waits' | 'removed' | { has: number }

interface TileProps {
  glyph: Glyph
  /** 0 to 7; undefined while the device has none. */
  colour: number | undefined
  size?: TileSize
  state?: TileState
  className?: string
}

/** The sign of a device. It has no name of its own: words beside it say the same. */
export function Tile({ glyph, colour, size = 32, state = 'filled', className = '' }: TileProps) {
  const part = typeof state === 'object' ? Math.min(1, Math.max(0, state.has)) : null
  const style = { '--size': `${size / 16}rem`, ...coloursOf(glyph, colour) } as CSSProperties
  const drawing = (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {glyphs[glyph]}
    </svg>
  )
  return (
    <span
      aria-hidden="true"
      data-state={part === null ? state : 'part'}
      data-small={size < 28 || undefined}
      className={`tile ${className}`}
      style={style}
    >
      {drawing}
      {part === null ? null : (
        <span className="tile-fill" style={{ '--has': `${part * 100}%` } as CSSProperties}>
          {drawing}
        </span>
      )}
    </span>
  )
}

function coloursOf(glyph: Glyph, colour: number | undefined): Record<string, string> {
  if (glyph === 'all') return { '--tile': 'var(--ink)', '--on-tile': 'var(--ground)' }
  if (colour === undefined) return { '--tile': 'var(--faint)', '--tint': 'var(--well)', '--on-tint': 'var(--faint)' }
  const name = `--device-${colour + 1}`
  return { '--tile': `var(${name}-tile)`, '--tint': `var(${name}-tint)`, '--on-tint': `var(${name})` }
}
