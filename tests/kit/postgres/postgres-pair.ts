import { setTimeout as wait } from 'node:timers/promises'
import { createProxy } from '../network/proxy.ts'
import { createPostgresServer, type PostgresServer } from './postgres-server.ts'

/** A PostgreSQL primary that acknowledges a commit only after its standby has synced it, too. */
export interface PostgresPair extends AsyncDisposable {
  /** Always leads to the primary. */
  readonly url: string
  readonly primary: PostgresServer
  readonly standby: PostgresServer
  /** Resolves when the standby has all that the primary has, and its commits wait for it. */
  level(): Promise<void>
  /** Lets the primary acknowledge without its standby. */
  acknowledgeAlone(): Promise<void>
  /** Leads the address to the standby, which nodes must refuse. The old primary must be gone. */
  leave(): void
  /** Promotes the standby and leads the address there. The old primary must be gone. */
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
  // Set after the copy was made, so that the copy waits for no standby when it is the primary.
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
      // Nodes meet a standby first, and must refuse it.
      aimAt(standby)
      await standby.ask('SELECT pg_promote()')
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
