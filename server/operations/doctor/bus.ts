import { openConnection } from '../../redis/open-connection.ts'
import { differences, type Fingerprints } from '../../redis/same-settings.ts'
import { type Check, message } from './finding.ts'

const part = 'bus'
const PATIENCE_MS = 5_000
const SLOW_MS = 100

/**
 * Checks whether Redis answers, and how fast: without it nodes serve, and hear of each other late. Also compares this node's
 * settings with those of the nodes that run.
 */
export function checkBus(url: string, own: Fingerprints): Check {
  return async () => {
    const todo = 'see REDIS_URL; until then devices on other nodes get nothing pushed, and pull within a minute'
    try {
      const connection = await openConnection(
        url,
        { heard() {}, moved() {}, lost() {} },
        AbortSignal.timeout(PATIENCE_MS),
      )
      const asked = performance.now()
      await connection.ping()
      const ms = Math.ceil(performance.now() - asked)
      const differing = await differences(connection, own)
      connection.destroy()
      const says = `Redis answers within ${ms} ms`
      return [
        ms > SLOW_MS ? { state: 'warn', part, says, todo: 'every push waits for it' } : { state: 'ok', part, says },
        ...differing.map(({ says }) => ({
          state: 'bad' as const,
          part: 'settings',
          says,
          todo: 'give all nodes the same',
        })),
      ]
    } catch (error) {
      return [{ state: 'warn', part, says: `Redis does not answer (${message(error)})`, todo }]
    }
  }
}
