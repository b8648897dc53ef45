import type { Message } from '../protocol/message.ts'
import { noRun, type Run } from './state.ts'
import type { Page } from './tables.ts'

/** Weights are about the bytes that a page takes. bench/store-shape.ts measured these limits. */
export const pageLimits = {
  full: { messages: 1_000, weight: 1024 * 1024 },
  /** Below both, each live message rewrites the last page. Above one of them the page is sealed. */
  open: { messages: 64, weight: 64 * 1024 },
  /** A sealed page below both waits to be merged with its neighbours. */
  small: { messages: 250, weight: 256 * 1024 },
  runPages: 16,
} as const

const RECORD_WEIGHT = 256

export function weigh(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + content.length + RECORD_WEIGHT, 0)
}

function isBelow(messages: readonly Message[], limit: { messages: number; weight: number }): boolean {
  return messages.length < limit.messages && weigh(messages) < limit.weight
}

export function isOpen(page: Page): boolean {
  return isBelow(page.messages, pageLimits.open)
}

/** Cuts messages into pages as full as they may be. The last one takes the rest. */
export function cut(generation: number, messages: readonly Message[]): Page[] {
  const pages: Page[] = []
  let current: Message[] = []
  let weight = 0
  for (const message of messages) {
    const own = weigh([message])
    if (current.length === 0 || current.length === pageLimits.full.messages || weight + own > pageLimits.full.weight) {
      current = []
      weight = 0
      pages.push({ generation, first: message.version, messages: current })
    }
    current.push(message)
    weight += own
  }
  return pages
}

/** The run after `page` was written. An open page does not join yet, and one that is no longer small ends the run. */
export function extendRun(run: Run, page: Page): Run {
  if (isOpen(page)) return run
  if (!isBelow(page.messages, pageLimits.small)) return noRun
  return {
    first: run.pages === 0 ? page.first : run.first,
    pages: run.pages + 1,
    messages: run.messages + page.messages.length,
    weight: run.weight + weigh(page.messages),
  }
}

export function isRunFull(run: Run): boolean {
  const { full, runPages } = pageLimits
  return run.pages >= runPages || run.messages >= full.messages || run.weight >= full.weight
}

/** The message of that version in a page. */
export function findIn(page: Pick<Page, 'messages'> | undefined, version: number): Message | undefined {
  const messages = page?.messages ?? []
  let low = 0
  let high = messages.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const message = messages[middle] as Message
    if (message.version === version) return message
    if (message.version < version) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
