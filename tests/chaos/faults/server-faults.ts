import { canFillDisk, type Server } from '../server.ts'
import type { Fault } from './fault.ts'

/** What happens to the server. `up` is told when she serves again. */
export function serverFaults(server: Server, up: () => void): Fault[] {
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
      server.fillDisk(random.pick(bytes))
      return () => server.fillDisk(null)
    },
  }
  const fullAndKilled: Fault = {
    name: 'disk full, then killed',
    async begin(random) {
      server.fillDisk(random.pick(bytes))
      return async () => {
        await server.kill()
        await start()
      }
    },
  }
  return [kill, kill, stop, freeze, frozenAndKilled, ...(canFillDisk ? [full, fullAndKilled] : [])]
}
