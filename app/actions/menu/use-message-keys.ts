import { useEffect, useRef } from 'react'
import { matches } from '../../keys/matches.ts'
import type { Actions } from '../actions.ts'
import { articleOf, drawnArticles, focusArticle, idOf, lastInSight } from '../articles.ts'
import { undo } from '../perform.ts'
import { extended, toggled } from '../select/selection.ts'
import { type ActionName, actionOfKey, actionsFor } from './message-actions.ts'

interface KeysInput {
  actions: Actions
  /** Opens the menu of the message. */
  open: (id: string, article: HTMLElement) => void
  act: (name: ActionName, id: string) => void
}

/**
 * The keys of the list: arrows walk the messages, Enter opens the menu, letters act at once, Escape leads back to the
 * composer. The list is one Tab stop.
 */
export function useMessageKeys(input: KeysInput): void {
  const latest = useRef(input)
  latest.current = input

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return
      const list = event.target.closest<HTMLElement>('section[data-focus-home]')
      if (list && pressed(event, event.target, list, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Answers whether the key did something. */
function pressed(event: KeyboardEvent, target: HTMLElement, list: HTMLElement, input: KeysInput): boolean {
  const { actions } = input
  const is = (combination: string) => matches(event, combination)
  if (target === list) {
    if (!is('ArrowUp') && !is('ArrowDown')) return false
    focusArticle(lastInSight(list))
    return true
  }

  const article = articleOf(target)
  const inTools = target.closest('[role="toolbar"]') !== null
  if (!article || (target !== article && !inTools)) return false
  const id = idOf(article)
  const { selection } = actions.get()

  for (const [key, step] of [
    ['ArrowUp', -1],
    ['ArrowDown', 1],
  ] as const) {
    if (!is(key) && !is(`Shift+${key}`)) continue
    const next = neighbour(article, step)
    if (!next) return true
    focusArticle(next)
    if (event.shiftKey) {
      const order = drawnArticles().map(idOf)
      actions.set({ selection: extended(selection ?? toggled(null, id), idOf(next), order) })
    }
    return true
  }
  if (is('Escape')) {
    if (selection) actions.set({ selection: null })
    else document.querySelector<HTMLElement>('form textarea')?.focus()
    return true
  }
  if (target === article && is('Enter')) {
    input.open(id, article)
    return true
  }
  if (target === article && is(' ')) {
    actions.set({ selection: toggled(selection, id) })
    return true
  }
  const entry = actions.entryOf(id)
  if (is('Mod+z') && entry?.change?.undoUntil !== undefined) {
    void undo(actions, { held: [entry.change.id], dropped: [] })
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const action = entry && actionOfKey(actionsFor(entry), event.key)
  if (!action) return false
  input.act(action.name, id)
  return true
}

function neighbour(article: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const all = drawnArticles()
  return all[all.indexOf(article) + step]
}
