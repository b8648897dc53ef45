import { type RefObject, useLayoutEffect } from 'react'

/** Makes a text area grow with its text in browsers without `field-sizing`. */
export function useAutosize(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = text ? `${element.scrollHeight}px` : ''
  }, [area, text])
}
