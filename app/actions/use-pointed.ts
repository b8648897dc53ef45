import { useEffect, useState } from 'react'
import { articleOf } from './articles.ts'

/** The message that a mouse points at, or that has the focus. The mouse counts more, as it moved last. */
export function usePointed(): HTMLElement | null {
  const [hovered, setHovered] = useState<HTMLElement | null>(null)
  const [focused, setFocused] = useState<HTMLElement | null>(null)

  useEffect(() => {
    const onOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') setHovered(articleOf(target))
    }
    const onFocus = ({ target }: FocusEvent) => setFocused(articleOf(target))
    const onBlur = ({ relatedTarget }: FocusEvent) => relatedTarget ?? setFocused(null)
    document.addEventListener('pointerover', onOver)
    document.documentElement.addEventListener('pointerleave', clear)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    function clear() {
      setHovered(null)
    }
    return () => {
      document.removeEventListener('pointerover', onOver)
      document.documentElement.removeEventListener('pointerleave', clear)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [])

  return hovered ?? focused
}
