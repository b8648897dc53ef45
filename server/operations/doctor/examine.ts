import type { Config } from '../../config/config.ts'
import { fingerprintsOf } from '../../redis/same-settings.ts'
import { checkBus } from './bus.ts'
import { checkCertificate } from './certificate.ts'
import { checkDisk } from './disk.ts'
import { checkFiles } from './files.ts'
import type { Check, Finding } from './finding.ts'
import { checkPostgres } from './postgres.ts'
import { checkServer } from './server.ts'
import { checkSettings } from './settings.ts'
import { checkSqlite } from './sqlite.ts'
import { checkWebSocket } from './web-socket.ts'

/** Checks everything that this configuration needs, one after the other. */
export async function examine(config: Config, now = Date.now): Promise<Finding[]> {
  const { dataDir, databaseUrl, baseUrl, retentionDays } = config
  const here = `http://${config.host.replace(/^(0\.0\.0\.0|::)$/, '127.0.0.1')}:${config.port}`
  const checks: Check[] = [
    checkSettings(config),
    ...(databaseUrl === undefined ? [checkDisk(dataDir)] : []),
    databaseUrl === undefined
      ? checkSqlite(dataDir, retentionDays, now)
      : checkPostgres(databaseUrl, retentionDays, now),
    ...(databaseUrl === undefined ? [checkFiles(dataDir)] : []),
    checkServer('server', here, 'warn', 'start it, if it is meant to run'),
    ...(config.redisUrl === undefined ? [] : [checkBus(config.redisUrl, fingerprintsOf(config))]),
    ...(baseUrl === undefined ? [] : outside(baseUrl, now)),
  ]
  const found: Finding[] = []
  for (const check of checks) found.push(...(await check()))
  return found
}

/** Checks the address that people use. */
function outside(baseUrl: string, now: () => number): Check[] {
  const certificate = baseUrl.startsWith('https:') ? [checkCertificate(baseUrl, now)] : []
  const todo = 'see that the name leads to the proxy, and the proxy to Roost'
  return [...certificate, checkServer('outside', baseUrl, 'bad', todo), checkWebSocket(baseUrl)]
}
