import { setTimeout as wait } from 'node:timers/promises'
import type { Link } from '../link.ts'
import type { ToldDevices } from '../types.ts'
import { createStreamLink, type OpenStream } from './stream-link.ts'

export interface Streams {
  open(stream: OpenStream): void
  tellDevices(linkIds: readonly string[], list: ToldDevices): void
  count(): number
  /** Ends them one by one within `ms`. Their devices come back by themselves. */
  drain(ms: number): Promise<void>
  close(): void
}

/** The streams of this node. */
export function createStreams(serve: (link: Link) => void): Streams {
  const links = new Map<string, Link>()

  return {
    open(stream) {
      const link = createStreamLink(stream)
      links.set(link.id, link)
      link.onClose(() => links.delete(link.id))
      serve(link)
    },
    tellDevices(linkIds, list) {
      for (const id of linkIds) links.get(id)?.emit('devices', list)
    },
    count: () => links.size,
    async drain(ms) {
      await Promise.all(
        [...links.values()].map(async (link) => {
          await wait(Math.random() * ms)
          link.end()
        }),
      )
    },
    close() {
      for (const link of links.values()) link.end()
    },
  }
}
