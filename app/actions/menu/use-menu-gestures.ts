import { useEffect, useRef } from 'react'
import { articleOf, bodyOf, idOf } from '../articles.ts'
import { atPoint, type OpenedMenu } from './opened-menu.ts'

const LONG_PRESS_MS = 500
/** A finger that moves further than this scrolls, in pixels. */
const SLOP = 10

/** Opens the menu on a right click, on the menu key and on a long press. */
export function useMenuGestures(open: (menu: OpenedMenu) => void): void {
  const latest = useRef(open)
  latest.current = open

  useEffect(() => {
    let press: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null
    const end = () => {
      clearTimeout(press?.timer)
      press = null
    }

    function onContextMenu(event: MouseEvent) {
      const article = articleOf(event.target)
      if (!article || isForBrowser(event.target)) return
      event.preventDefault()
      end()
      // The menu key has no place of its own.
      const byKey = event.clientX === 0 && event.clientY === 0
      const at = byKey ? bodyOf(article) : atPoint(event.clientX, event.clientY)
      latest.current({ id: idOf(article), at })
    }

    function onPointerDown(event: PointerEvent) {
      end()
      const article = articleOf(event.target)
      if (event.pointerType !== 'touch' || !event.isPrimary || !article || isForBrowser(event.target)) return
      const { clientX: x, clientY: y } = event
      const timer = setTimeout(() => {
        end()
        swallowClick()
        latest.current({ id: idOf(article), at: atPoint(x, y) })
      }, LONG_PRESS_MS)
      press = { x, y, timer }
    }

    function onPointerMove({ clientX, clientY }: PointerEvent) {
      if (press && Math.hypot(clientX - press.x, clientY - press.y) > SLOP) end()
    }

    document.addEventListener('contextmenu', onContextMenu)
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('pointermove', onPointerMove)
    for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, end)
    return () => {
      end()
      document.removeEventListener('contextmenu', onContextMenu)
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('pointermove', onPointerMove)
      for (const type of ['pointerup', 'pointercancel'] as const) document.removeEventListener(type, end)
    }
  }, [])
}

/** The browser's own menu knows more about links, fields and selected text. */
function isForBrowser(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('a[href], textarea, input')) return true
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true)
}

/** The finger that held the message is lifted over the open menu, and must not press anything there. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  addEventListener('pointerdown', () => removeEventListener('click', swallow, { capture: true }), {
    capture: true,
    once: true,
  })
}
