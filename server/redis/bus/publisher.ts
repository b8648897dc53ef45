import type { Hint } from './publication.ts'

export interface Publisher {
  add(userId: string, hint: Hint): void
  /** Sends all waiting hints; resolves when Redis has taken or refused them. */
  flush(): Promise<void>
}

/**
 * Publishes hints once per turn of the event loop: of the sends in one transaction, other nodes need only the last
 * version. The hints of one user keep their order.
 */
export function createPublisher(send: (userId: string, hint: Hint) => Promise<void>): Publisher {
  const waiting = new Map<string, Hint[]>()
  let begun: NodeJS.Immediate | undefined

  async function flush(): Promise<void> {
    clearImmediate(begun)
    begun = undefined
    const all = [...waiting].flatMap(([userId, hints]) => hints.map((it) => send(userId, it)))
    waiting.clear()
    await Promise.all(all)
  }

  return {
    add(userId, hint) {
      const hints = waiting.get(userId) ?? []
      const last = hints.at(-1)
      if (last && hint.type === 'appended' && last.type === 'appended' && hint.from <= last.upTo) {
        hints[hints.length - 1] = { ...hint, from: Math.min(last.from, hint.from) }
      } else hints.push(hint)
      waiting.set(userId, hints)
      begun ??= setImmediate(() => void flush())
    },
    flush,
  }
}
