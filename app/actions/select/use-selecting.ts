import { useEffect } from 'react'
import type { Actions } from '../actions.ts'
import { articleOf, drawnArticles, idOf } from '../articles.ts'
import { extended, toggled, without } from './selection.ts'

/** While messages are selected, a click on one chooses it, and Shift chooses a range. */
export function useSelecting(actions: Actions): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const article = articleOf(event.target)
      const { selection } = actions.get()
      if (!article || !selection || event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      const id = idOf(article)
      const next = event.shiftKey ? extended(selection, id, drawnArticles().map(idOf)) : toggled(selection, id)
      actions.set({ selection: next })
    }
    // The browser would select the text in between.
    const onMouseDown = (event: MouseEvent) => {
      if (event.shiftKey && actions.get().selection && articleOf(event.target)) event.preventDefault()
    }
    // Before any link or button in the message.
    document.addEventListener('click', onClick, { capture: true })
    document.addEventListener('mousedown', onMouseDown, { capture: true })
    const stop = actions.device.subscribe(
      (it) => it.timeline.entries,
      (entries) => {
        const { selection } = actions.get()
        if (!selection) return
        const gone = new Set(entries.filter((it) => it.deleted).map((it) => it.id))
        actions.set({ selection: without(selection, gone) })
      },
    )
    return () => {
      document.removeEventListener('click', onClick, { capture: true })
      document.removeEventListener('mousedown', onMouseDown, { capture: true })
      stop()
    }
  }, [actions])
}
