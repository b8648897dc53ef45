import { hashOf, viewOf } from '../../navigation/view.ts'
import type { Actions } from '../actions.ts'
import { articleWith, focusArticle } from '../articles.ts'

/** A list draws a message that it was told to go to within so many frames. */
const FRAMES = 180
/** The list measures and moves its rows for so long after a jump, and may draw one of them again. */
const SETTLING_FRAMES = 20
const FOUND_MS = 2_000

/** Opens a message in its place in the history, with the focus and a short highlight. Answers whether it is there. */
export async function goTo(actions: Actions, id: string, version: number | null): Promise<boolean> {
  await leaveFilter()
  actions.set({ goal: { id } })
  if (version !== null) await actions.device.showAt(version)
  if (!(await drawn(id))) return false
  await holdFocus(id)
  actions.set({ found: id })
  setTimeout(() => actions.get().found === id && actions.set({ found: null }), FOUND_MS)
  return true
}

/** The message may be hidden while the person looks at one device. Back leads there again. */
async function leaveFilter(): Promise<void> {
  if (viewOf(location.hash) === null) return
  const left = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
  location.hash = hashOf(null)
  await left
  await new Promise(requestAnimationFrame)
}

async function drawn(id: string): Promise<HTMLElement | null> {
  for (let frame = 0; frame < FRAMES; frame++) {
    const article = articleWith(id)
    if (article) return article
    await new Promise(requestAnimationFrame)
  }
  return null
}

async function holdFocus(id: string): Promise<void> {
  for (let frame = 0; frame < SETTLING_FRAMES; frame++) {
    const article = articleWith(id)
    if (article && document.activeElement !== article) focusArticle(article)
    await new Promise(requestAnimationFrame)
  }
}
