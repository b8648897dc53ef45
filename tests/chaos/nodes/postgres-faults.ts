import type { PostgresPair } from '../../kit/postgres/postgres-pair.ts'
import type { NodeFault } from './fault.ts'

/** What goes wrong with the database of all nodes; the last one cannot be undone. */
export const postgresFaults = ({ primary, standby, level, failOver }: PostgresPair): NodeFault[] => [
  { name: 'PostgreSQL stopped, and started again', begin: primary.stop, end: primary.start },
  { name: 'PostgreSQL killed, and started again', begin: primary.kill, end: primary.start },
  { name: 'the synchronous standby killed, and started again', begin: standby.kill, end: standby.start },
  {
    name: 'PostgreSQL killed for good, the standby takes over',
    async begin() {
      // What commits had waited for when the primary was killed before, it took for done when it came back.
      await level()
      await primary.kill()
    },
    end: failOver,
  },
]
