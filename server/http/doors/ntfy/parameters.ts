import type { HttpContext } from '../../env.ts'
import { headerText } from './header-text.ts'

/** ntfy's parameters with all their names (https://docs.ntfy.sh/publish). Each may be a header or stand in the query. */
const names = {
  message: ['x-message', 'message', 'm'],
  title: ['x-title', 'title', 't'],
  priority: ['x-priority', 'priority', 'prio', 'p'],
  tags: ['x-tags', 'tags', 'tag', 'ta'],
  click: ['x-click', 'click'],
  attach: ['x-attach', 'attach', 'a'],
  filename: ['x-filename', 'filename', 'file', 'f'],
  markdown: ['x-markdown', 'markdown', 'md'],
  actions: ['x-actions', 'actions', 'action'],
  delay: ['x-delay', 'delay', 'x-at', 'at', 'x-in', 'in'],
  email: ['x-email', 'x-e-mail', 'email', 'e-mail', 'mail', 'e'],
  call: ['x-call', 'call'],
  template: ['x-template', 'template', 'tpl'],
} as const

export type Parameter = keyof typeof names

/** These change how ntfy carries or draws a message, and nothing of what it says. */
const without = [
  ...['x-icon', 'icon', 'x-cache', 'cache', 'x-firebase', 'firebase', 'x-unifiedpush', 'unifiedpush', 'up'],
  ...['x-poll-id', 'poll-id', 'po'],
]

export const queryNames: readonly string[] = [
  ...Object.values(names).flat(),
  ...without,
  ...['auth', 'authorization', 'to'],
]

/** Browsers and proxies send their own `Priority` (RFC 9218), which is none of ntfy's. */
const OF_THE_TRANSPORT = /^(u=\d\b.*|i)$/i

export type Read = (parameter: Parameter) => string | undefined

/** Reads parameters: `own` are those of the body, which come first. An empty one counts as absent. */
export function readerOf(c: HttpContext, own: Partial<Record<string, string>> = {}): Read {
  const places = [
    (name: string) => own[name],
    (name: string) => {
      const value = c.req.header(name)
      if (value === undefined || (name === 'priority' && OF_THE_TRANSPORT.test(value))) return undefined
      return headerText(value)
    },
    (name: string) => c.req.query(name),
  ]
  return (parameter) => {
    for (const place of places) {
      for (const name of names[parameter]) {
        const value = place(name)?.trim()
        if (value) return value
      }
    }
    return undefined
  }
}
