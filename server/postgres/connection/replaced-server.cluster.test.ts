import { expect, onTestFinished, test } from 'vitest'
import { postgresBinaries } from '../../../tests/kit/postgres/binaries.ts'
import { createPostgresServer } from '../../../tests/kit/postgres/postgres-server.ts'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { openPostgresStore } from '../open-postgres-store.ts'

const bin = postgresBinaries()
const END_ALL = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()'

test.skipIf(!bin)(
  'a PostgreSQL that was started anew is another one, a lost connection is not (needs initdb)',
  async () => {
    const server = await createPostgresServer(bin ?? '', (dir) => [
      ...(['initdb', '-D', dir, '-U', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'] as const),
    ])
    onTestFinished(() => server[Symbol.asyncDispose]())
    await server.start()
    let replaced = 0
    const store = await openPostgresStore(server.url, {
      replaced() {
        replaced += 1
      },
    })
    onTestFinished(() => store.close())
    await store.check()
    await runSql(server.url, END_ALL)
    await store.check()
    expect(replaced).toBe(0)
    await server.stop()
    await server.start()
    await store.check()
    await store.check()
    expect(replaced).toBe(1)
  },
)
