import type { RestartableServer } from '../../kit/server/restartable-server.ts'
import type { Fault } from './fault.ts'
import { canFillDisk, fillDisk } from './fill-disk.ts'

/** Faults of the server. `up` is called when it serves again. */
export function serverFaults(server: RestartableServer, up: () => void): Fault[] {
  async function start(): Promise<void> {
    await server.start()
    up()
  }
  const kill: Fault = {
    name: 'server killed',
    async begin() {
      await server.kill()
      return start
    },
  }
  const stop: Fault = {
    name: 'server stopped',
    async begin() {
      await server.stop()
      return start
    },
  }
  const freeze: Fault = {
    name: 'server frozen',
    async begin() {
      server.freeze()
      return server.thaw
    },
  }
  const frozenAndKilled: Fault = {
    name: 'server frozen, then killed',
    async begin() {
      server.freeze()
      return async () => {
        await server.kill()
        await start()
      }
    },
  }
  /** Small enough to be full at once, or in the middle of what it writes next. */
  const bytes = [0, 100_000, 1_000_000, 3_000_000]
  const full: Fault = {
    name: 'disk full',
    async begin(random) {
      fillDisk(server.pid(), random.pick(bytes))
      return () => fillDisk(server.pid(), null)
    },
  }
  const fullAndKilled: Fault = {
    name: 'disk full, then killed',
    async begin(random) {
      fillDisk(server.pid(), random.pick(bytes))
      return async () => {
        await server.kill()
        await start()
      }
    },
  }
  return [kill, kill, stop, freeze, frozenAndKilled, ...(canFillDisk ? [full, fullAndKilled] : [])]
}
