const RETRY_MS = 1_000

export interface MembershipDeps {
  isUp(): boolean
  join(userId: string): Promise<unknown>
  leave(userId: string): Promise<unknown>
  /** From now on everything is heard; before that, something may have been missed. */
  joined(userId: string): void
}

export interface Membership {
  /** One more who listens to this user. */
  enter(userId: string): void
  exit(userId: string): void
  /** What was joined is joined no more. */
  rejoin(userId: string): void
  /** With a new session everything is to be joined again. */
  restart(): void
  close(): void
}

/**
 * Joins the channel of each user to whom somebody listens, and leaves it after the last. One step at a time for each user,
 * until what is joined is what is wanted; what was refused is tried again as long as the session lasts.
 */
export function createMembership({ isUp, join, leave, joined }: MembershipDeps): Membership {
  const wanted = new Map<string, number>()
  /** Of the present session. */
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
        // A new session settles all of them; within this one it is for the timer.
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
