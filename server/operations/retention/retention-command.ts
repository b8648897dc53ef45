import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../config/config.ts'
import { refuseMoved } from '../../config/moved.ts'
import type { Store } from '../../core/ports/store.ts'
import { judgeClock } from '../../core/retention/judge-clock.ts'
import { openPostgresStore } from '../../postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { command } from '../command.ts'

await command(async (dataDir, args) => {
  const [option] = args
  if (args.length > 1 || (option && option !== '--release')) throw new Error('Usage: npm run retention -- [--release]')
  const { retentionDays: days, databaseUrl } = readConfig(process.env)
  if (days === 0) return console.log('RETENTION_DAYS is 0: messages are kept for ever.')
  const store = databaseUrl === undefined ? openFile(dataDir) : await openPostgresStore(databaseUrl)
  try {
    if (option) await store.believeTime(Date.now())
    console.log(describe(await store.believedTime(), days))
  } finally {
    await store.close()
  }
})

function openFile(dataDir: string): Store {
  refuseMoved(dataDir)
  const file = join(dataDir, 'roost.db')
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  return openSqliteStore(file)
}

/** What happens, or does not, the next time that a server looks. */
function describe(last: number | null, days: number): string {
  const now = Date.now()
  const judged = judgeClock(now, last, days)
  if (judged.outcome === 'believed') {
    return `RETENTION_DAYS is ${days}: within the hour, what is older than ${name(judged.before)} is removed.`
  }
  return (
    `RETENTION_DAYS is ${days}, but nothing is removed: the clock says ${name(now)}, and was last believed at ` +
    `${name(last ?? now)}.\nIf the clock is right: npm run retention -- --release`
  )
}

function name(at: number): string {
  return new Date(at).toISOString()
}
