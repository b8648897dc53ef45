import { Failure } from '../fail.mjs'

/** The cluster tests use the servers of this machine, unless the environment names others. */
export const servers = {
  TEST_DATABASE_URL: process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres',
  TEST_REDIS_URL: process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379',
}

const ANSWER_MS = 5_000

const needed = [
  { name: 'PostgreSQL', variable: 'TEST_DATABASE_URL', ask: askPostgres, debian: 'postgresql' },
  { name: 'Redis', variable: 'TEST_REDIS_URL', ask: askRedis, debian: 'redis-server' },
]

/** @throws Failure that names what is missing, and how to get it. */
export async function requireServers() {
  const missing = []
  for (const { name, variable, ask, debian } of needed) {
    try {
      await ask(servers[variable])
    } catch (error) {
      const reason = error.message || error.code || String(error)
      missing.push(
        `${name} does not answer at ${withoutPassword(servers[variable])} (${reason}).\n` +
          `  Install and start it (on Debian: the package ${debian}), or set ${variable} to one that may be used for tests.`,
      )
    }
  }
  if (missing.length > 0) throw new Failure(`The cluster tests cannot run:\n${missing.join('\n')}`)
}

async function askPostgres(connectionString) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: ANSWER_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      'SELECT rolcreatedb OR rolsuper AS able FROM pg_roles WHERE rolname = current_user',
    )
    if (!rows[0]?.able) throw new Error('its user may not create databases, and each test makes one')
  } finally {
    await client.end().catch(() => {})
  }
}

async function askRedis(url) {
  const { createClient } = await import('@redis/client')
  const client = createClient({ url, socket: { connectTimeout: ANSWER_MS, reconnectStrategy: false } })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
  } finally {
    client.destroy()
  }
}

function withoutPassword(address) {
  const url = URL.parse(address)
  if (!url) return 'the address that is set, which is none'
  if (url.password) url.password = '***'
  return url.href
}
