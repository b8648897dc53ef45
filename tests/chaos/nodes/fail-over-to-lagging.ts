import type { PostgresPair } from '../../kit/postgres/postgres-pair.ts'
import { readLog } from './committed.ts'
import type { NodeFault } from './fault.ts'
import type { NodesWorld } from './world.ts'

/**
 * Operators are warned of this: an asynchronous standby takes over and lacks what was acknowledged while it was away. For
 * nodes and devices, whose connections stay open, this is a restore of an older state.
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
      // Only this test reaches the old primary now.
      await primary.start()
      lost.push(await readLog(primary.url, user))
      await primary.kill()
    },
  })
}
