import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runSql } from '../tests/kit/postgres/run-sql.ts'
import { startServer } from '../tests/kit/server/start-server.ts'
import { onPostgres } from './testing/operations-on-postgres.ts'
import { createShell, npmStandIn, shellBlocks } from './testing/shell-blocks.ts'

test('every command for PostgreSQL works, in the order of the page', { timeout: 120_000 }, async () => {
  const server = process.env.TEST_DATABASE_URL ?? ''
  const { hostname, port, username, password } = new URL(server)
  const folder = mkdtempSync(join(tmpdir(), 'roost-operations-'))
  const name = `roost_doc_${process.pid}`
  onTestFinished(async () => {
    for (const database of [name, `${name}_restored`, `${name}_moved`])
      await runSql(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await runSql(server, `DROP ROLE IF EXISTS ${name}`)
    rmSync(folder, { recursive: true, force: true })
  })
  const [secret, vapid, data] = [join(folder, 'secret'), join(folder, 'vapid'), join(folder, 'data')]
  await using embedded = await startServer({ dataDir: data })
  await (await embedded.device(await embedded.signUp())).send([{ content: 'moved up' }])
  await embedded.stop()
  writeFileSync(secret, 'the same on every node, 32 letters')
  writeFileSync(vapid, randomBytes(32).toString('base64url'))
  const standIns = { npm: npmStandIn, sudo: 'shift 2; exec "$@"' }
  const shell = createShell(folder, standIns, {
    '/run/secrets/roost': secret,
    '/run/secrets/vapid': vapid,
    'redis://:password@redis.example:6379': process.env.TEST_REDIS_URL ?? '',
    'db.example:5432': `${hostname}:${port || 5432}`,
    'db.example': hostname,
    '/etc/roost/pgpass': join(folder, 'pgpass'),
    './data': data,
    '$PWD/data': data,
  })
  const named = (block: string) =>
    block
      .replace(/(?<![/\w]|npm run )roost(_restored)?\b(?![./\w])/g, `${name}$1`)
      .replace(/:5432\/roost(_restored)? /g, `:5432/${name}$1 `)
      .replaceAll('//roost:', `//${name}:`)

  const PG = { PGHOST: hostname, PGPORT: port || '5432', PGUSER: username, ...(password && { PGPASSWORD: password }) }
  const env = { ...PG, DATABASE_URL: server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) }
  const blocks = shellBlocks('docs/operations.md').filter((it) => onPostgres.some((begin) => it.startsWith(begin)))
  expect(blocks).toHaveLength(onPostgres.length)
  for (const block of blocks) {
    const moves = block.includes('roost -- migrate')
    const own = moves ? named(block).replaceAll(`/${name} `, `/${name}_moved `) : named(block)
    if (moves) await runSql(server, `CREATE DATABASE ${name}_moved OWNER ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    const { code, said } = await shell.run(`cd ${folder}\n${own}`, env, 'password\npassword\n')
    expect(code, `${own}\n${said}`).toBe(0)
  }
})
