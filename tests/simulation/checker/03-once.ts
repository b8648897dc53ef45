import type { CreateCheck } from './check.ts'
import type { SendAnswer } from './model.ts'

/** 3. A messageId is stored at most once, for as long as the message lives; a retry gets the first version back. */
export const checkOnce: CreateCheck = (model, report) => {
  /** Versions by user and messageId, of the present histories. */
  const stored = new Map<string, Map<string, number>>()
  const calledAt = new Map<number, Map<string, number>>()

  const ofUser = (user: string) => {
    const known = stored.get(user) ?? new Map<string, number>()
    stored.set(user, known)
    return known
  }
  const living = (user: string, messageId: string) => {
    const version = ofUser(user).get(messageId)
    return version !== undefined && version > (model.logs.find(user)?.floor ?? 0) ? version : undefined
  }

  return {
    before(event) {
      if (event.type === 'commit') {
        for (const { user, added } of event.users) {
          for (const { messageId, version } of added) {
            const first = living(user, messageId)
            if (first !== undefined) report(3, `${messageId} of ${user} is stored as ${first} and again as ${version}`)
            else ofUser(user).set(messageId, version)
          }
        }
      }
      if (event.type === 'opened') {
        stored.clear()
        for (const { user, added } of event.users) for (const it of added) ofUser(user).set(it.messageId, it.version)
      }
      if (event.type === 'call' && event.method === 'send') {
        const items = (event.payload as { messages?: unknown } | null)?.messages
        const known = new Map<string, number>()
        for (const item of Array.isArray(items) ? items : []) {
          const version = living(event.user, String((item as { messageId?: unknown } | null)?.messageId))
          if (version !== undefined) known.set((item as { messageId: string }).messageId, version)
        }
        calledAt.set(event.id, known)
      }
      if (event.type === 'answer' && event.ok && model.call(event.id)?.method === 'send') {
        const call = model.call(event.id)
        for (const result of (event.result as SendAnswer).results) {
          if (!result.ok) continue
          const first = calledAt.get(event.id)?.get(result.messageId)
          if (
            first !== undefined &&
            first > (model.logs.find(call?.user ?? '')?.floor ?? 0) &&
            result.version !== first
          ) {
            report(3, `a retry of ${result.messageId} got version ${result.version}, the first try ${first}`)
          }
        }
      }
    },
  }
}
