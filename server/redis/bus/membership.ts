const RETRY_MS = 1_000

export interface MembershipDeps {
  isUp(): boolean
  join(userId: string): Promise<unknown>
  leave(userId: string): Promise<unknown>
  /** All events are heard from now on; earlier ones may have been lost. */
  joined(userId: string): void
}

export interface Membership {
  /** Counts one more listener of this user. */
  enter(userId: string): void
  exit(userId: string): void
  /** Redis has dropped the subscription. */
  rejoin(userId: string): void
  /** A new connection has no subscriptions yet. */
  restart(): void
  close(): void
}

/**
 * Subscribes to the channel of each user with listeners, and unsubscribes after the last one leaves. It takes one step
 * at a time per user until the subscriptions match, and repeats a refused step while the connection lasts.
 */
export function createMembership({ isUp, join, leave, joined }: MembershipDeps): Membership {
  const wanted = new Map<string, number>()
  /** Subscriptions of the present connection. */
  let members = new Set<string>()
  const settling = new Set<string>()
  const again = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  async function settle(userId: string): Promise<void> {
    if (settling.has(userId)) return
    settling.add(userId)
    while (isUp() && wanted.has(userId) !== members.has(userId)) {
      const mine = members
      try {
        if (wanted.has(userId)) {
          await join(userId)
          mine.add(userId)
          if (mine === members && wanted.has(userId)) joined(userId)
        } else {
          mine.delete(userId)
          await leave(userId)
        }
      } catch {
        // A new connection settles all users; within this one the timer does.
        if (mine !== members) continue
        again.add(userId)
        timer ??= setTimeout(retry, RETRY_MS).unref()
        break
      }
    }
    settling.delete(userId)
  }

  function retry(): void {
    timer = undefined
    const list = [...again]
    again.clear()
    for (const userId of list) void settle(userId)
  }

  return {
    enter(userId) {
      wanted.set(userId, (wanted.get(userId) ?? 0) + 1)
      void settle(userId)
    },
    exit(userId) {
      const left = (wanted.get(userId) ?? 1) - 1
      if (left > 0) wanted.set(userId, left)
      else wanted.delete(userId)
      void settle(userId)
    },
    rejoin(userId) {
      members.delete(userId)
      void settle(userId)
    },
    restart() {
      members = new Set()
      for (const userId of wanted.keys()) void settle(userId)
    },
    close() {
      wanted.clear()
      clearTimeout(timer)
    },
  }
}
