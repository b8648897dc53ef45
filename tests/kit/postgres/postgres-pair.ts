import { setTimeout as wait } from 'node:timers/promises'
import { createProxy } from '../network/proxy.ts'
import { createPostgresServer, type PostgresServer } from './postgres-server.ts'

/** A PostgreSQL that acknowledges nothing before its standby has it on the disk, too. */
export interface PostgresPair extends AsyncDisposable {
  /** Leads to the primary, also when that is another one. */
  readonly url: string
  readonly primary: PostgresServer
  readonly standby: PostgresServer
  /** Resolves when the standby has all that the primary has, and its commits wait for it. */
  level(): Promise<void>
  /** From now on it acknowledges without its standby. */
  acknowledgeAlone(): Promise<void>
  /** The address leads to the standby, which nodes have to refuse. The old primary has to be gone. */
  leave(): void
  /** The standby becomes the primary, and the address leads there. The old primary has to be gone. */
  failOver(): Promise<void>
}

const LOOK_MS = 50

export async function createPostgresPair(bin: string): Promise<PostgresPair> {
  await using stack = new AsyncDisposableStack()
  const address = await createProxy()
  stack.defer(address.close)
  const primary = stack.use(
    await createPostgresServer(bin, (dir) => [
      ...(['initdb', '-D', dir, '-U', 'postgres', '--auth', 'trust', '--encoding', 'UTF8'] as const),
      ...['--locale', 'C', '--no-sync'],
    ]),
  )
  await primary.start()
  const standby = stack.use(
    await createPostgresServer(bin, (dir) => [
      ...(['pg_basebackup', '-D', dir, '-d', `${primary.url}?application_name=standby`] as const),
      ...['--write-recovery-conf', '--checkpoint', 'fast', '--no-sync'],
    ]),
  )
  await standby.start()
  // Only now, so that the copy waits for nobody when it is the primary.
  await primary.ask(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`)
  await primary.ask('SELECT pg_reload_conf()')

  async function level() {
    const isLevel = `SELECT FROM pg_stat_replication WHERE sync_state = 'sync' AND flush_lsn >= pg_current_wal_flush_lsn()`
    while ((await primary.ask(isLevel)).length === 0) await wait(LOOK_MS)
  }
  await level()
  aimAt(primary)
  const kept = stack.move()

  function aimAt(it: PostgresServer) {
    address.aimAt(`http://${new URL(it.url).host}`)
    address.cut()
  }
  return {
    url: Object.assign(new URL(primary.url), { host: new URL(address.url).host }).href,
    ...{ primary, standby, level },
    async acknowledgeAlone() {
      await primary.ask('ALTER SYSTEM RESET synchronous_standby_names')
      await primary.ask('SELECT pg_reload_conf()')
    },
    leave: () => aimAt(standby),
    async failOver() {
      // First the way, so that nodes meet a standby, and have to refuse it.
      aimAt(standby)
      await standby.ask('SELECT pg_promote()')
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
