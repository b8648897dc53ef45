import type { CreateCheck } from './check.ts'

/**
 * 8. A lost, repeated, late or reordered push changes nothing. That the cursor follows the rule whatever arrives is looked
 * at with each transaction (05-together.ts); here, that the server's pushes of one connection follow on each other.
 */
export const checkPushes: CreateCheck = (model, report) => {
  const pushed = new Map<number, number>()

  return {
    before(event) {
      if (event.type !== 'emitted') return
      const at = pushed.get(event.connection)
      if (at === undefined && event.event === 'batch')
        report(8, `connection ${event.connection} was pushed to before hello`)
      if (event.event === 'hello') pushed.set(event.connection, event.payload.head)
      if (event.event !== 'batch' || at === undefined) return
      const { from, upTo } = event.payload
      const { device } = model.connection(event.connection) ?? {}
      if (from > at) report(8, `a push to ${device} begins at ${from}, the one before ended at ${at}`)
      pushed.set(event.connection, Math.max(at, upTo))
    },
  }
}
