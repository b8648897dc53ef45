/** Messages on the screen are articles that carry their ids. Actions find them there, so that no row pays for them. */
const ARTICLE = 'article[data-message-id]'

export function articleOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(ARTICLE) : null
}

export const idOf = (article: HTMLElement): string => article.dataset.messageId ?? ''

export const articleWith = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`${ARTICLE}[data-message-id="${CSS.escape(id)}"]`)

/** Those that are drawn now, in their order. */
export const drawnArticles = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ARTICLE)]

/** The part that shows what was written. Tools stand at its top end. */
export const bodyOf = (article: HTMLElement): HTMLElement =>
  article.querySelector<HTMLElement>('[data-message-body]') ?? article

/** The list that holds it and scrolls. */
export const listOf = (article: Element): HTMLElement | null => article.closest<HTMLElement>('section[data-focus-home]')

/** The last article that is in sight; a person who enters the list begins there. */
export function lastInSight(list: HTMLElement): HTMLElement | undefined {
  const { top, bottom } = list.getBoundingClientRect()
  return drawnArticles().findLast((it) => {
    const place = it.getBoundingClientRect()
    return place.top < bottom - 8 && place.bottom > top
  })
}

export function focusArticle(article: HTMLElement | null | undefined): void {
  article?.focus({ preventScroll: true })
  article?.scrollIntoView({ block: 'nearest' })
}

/**
 * Gives the focus back to a message once a menu or a dialog about it is gone. Those look for something inside it that
 * Tab reaches, and arrows lead to the message itself.
 */
export function returnFocusTo(id: string): false {
  requestAnimationFrame(() => articleWith(id)?.focus({ preventScroll: true }))
  return false
}
