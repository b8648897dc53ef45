import { freePort } from '../../tests/kit/network/free-port.ts'
import { type BenchServer, startRoost } from './server.ts'

/** A node on these. */
export async function startNode(databaseUrl: string, redisUrl: string): Promise<BenchServer> {
  const port = await freePort()
  return startRoost('/nowhere', {
    ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, AUTH_SECRET: 'the same on every node, 32 letters' },
    // Each its own address, which devices with a token never look at: from it the port is read.
    ...{ PORT: String(port), BASE_URL: `http://127.0.0.1:${port}`, DRAIN_SECONDS: '0' },
  })
}
