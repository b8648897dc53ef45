import type { PostgresPair } from '../../kit/postgres/postgres-pair.ts'
import { readLog } from './committed.ts'
import type { NodeFault } from './fault.ts'
import type { NodesWorld } from './world.ts'

/**
 * What an operator is warned of: a standby takes over for which nobody had waited, and which lacks what was acknowledged
 * while it was away. For everybody this is a restore of an older state, under nodes and connections that live on.
 */
export function failOverToLagging({ primary, standby, acknowledgeAlone, leave, failOver }: PostgresPair) {
  return ({ recorder, lost, user }: NodesWorld): NodeFault => ({
    name: 'PostgreSQL killed for good, a standby takes over that lacks the latest',
    async begin() {
      await acknowledgeAlone()
      await standby.kill()
    },
    async end() {
      await primary.kill()
      leave()
      await standby.start()
      recorder.add({ type: 'opened', why: 'failover', users: [await readLog(standby.url, user)], devices: [] })
      await failOver()
      // Nobody but us reaches the old one any more.
      await primary.start()
      lost.push(await readLog(primary.url, user))
      await primary.kill()
    },
  })
}
