import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

const AGAIN_MS = 3_000

/**
 * A part of the screen that loads when the rest has been painted. Until then `place` keeps its place, so nothing jumps.
 * Unlike a part that React suspends, it shows as soon as it is there, and without a network the rest goes on without it.
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  place: ReactNode = null,
) {
  const part: Part<Props> = {
    loaded: undefined,
    async load() {
      part.loaded ??= (await load()).default
      return part.loaded
    },
  }
  const preload = () => void part.load().catch(() => {})
  return Object.assign((props: Props) => <Later part={part} props={props} place={place} />, { preload })
}

interface Part<Props> {
  loaded: ComponentType<Props> | undefined
  load(): Promise<ComponentType<Props>>
}

interface LaterProps<Props> {
  part: Part<Props>
  props: Props
  place: ReactNode
}

function Later<Props extends object>({ part, props, place }: LaterProps<Props>) {
  const [Component, show] = useState(() => part.loaded)
  useEffect(() => {
    if (Component) return
    let again: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const attempt = async () => {
      const component = await part.load().catch(() => null)
      if (gone) return
      if (component) show(() => component)
      else again = setTimeout(attempt, AGAIN_MS)
    }
    const cancel = afterPaint(attempt)
    return () => {
      gone = true
      cancel()
      clearTimeout(again)
    }
  }, [Component, part])
  return Component ? <Component {...props} /> : place
}
