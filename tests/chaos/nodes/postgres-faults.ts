import type { PostgresPair } from '../../kit/postgres/postgres-pair.ts'
import type { NodeFault } from './fault.ts'

/** Faults of the database of all nodes; the last one cannot be undone. */
export const postgresFaults = ({ primary, standby, level, failOver }: PostgresPair): NodeFault[] => [
  { name: 'PostgreSQL stopped, and started again', begin: primary.stop, end: primary.start },
  { name: 'PostgreSQL killed, and started again', begin: primary.kill, end: primary.start },
  { name: 'the synchronous standby killed, and started again', begin: standby.kill, end: standby.start },
  {
    name: 'PostgreSQL killed for good, the standby takes over',
    async begin() {
      // A killed primary takes commits that waited for the standby for done when it comes back, so the standby must catch up.
      await level()
      await primary.kill()
    },
    end: failOver,
  },
]
