import { statSync } from 'node:fs'
import pg from 'pg'
import { servers } from '../../scripts/test/cluster-servers.mjs'
import type { Mother } from '../../server/core/mother.ts'
import { openPostgresStore } from '../../server/postgres/open-postgres-store.ts'
import { createDatabase } from '../../tests/kit/postgres/database.ts'
import { databaseIn, motherOn, openMother, temporaryDir } from './data.ts'
import { startNode } from './nodes.ts'
import { postgresCpu } from './postgres-cpu.ts'
import { redisInfo } from './redis-info.ts'
import { type BenchServer, startRoost } from './server.ts'

/** Where a Roost keeps everything: a directory, or PostgreSQL and Redis. Taken away when disposed of. */
export interface Setup extends AsyncDisposable {
  /** The real mother in this process, to fill it before a server opens it. */
  openMother(): Promise<Mother>
  /** The only one in a directory, one of several else. */
  startServer(): Promise<BenchServer>
  /** Seconds of processor time of what stands beside the servers, by its name. */
  beside(): Promise<Readonly<Record<string, number>>>
  /** Bytes that messages take, by table where that is known. In a directory they are right when no server runs. */
  stored(): Promise<Readonly<Record<string, number>>>
  /** Bytes of Redis' memory; undefined: there is none. */
  redisMemory(): Promise<number | undefined>
}

export function sqliteSetup(): Setup {
  const data = temporaryDir()
  return {
    openMother: async () => openMother(data.dir),
    startServer: () => startRoost(data.dir),
    beside: async () => ({}),
    stored: async () => ({ 'the file': statSync(databaseIn(data.dir)).size }),
    redisMemory: async () => undefined,
    [Symbol.asyncDispose]: async () => data[Symbol.dispose](),
  }
}

/** A database of its own on TEST_DATABASE_URL, and TEST_REDIS_URL: both to be used by nothing else meanwhile, and PostgreSQL on this machine if its processor is to be known. */
export async function clusterSetup(): Promise<Setup> {
  await using stack = new AsyncDisposableStack()
  const { url } = stack.use(await createDatabase())
  const redis = stack.use(await redisInfo(servers.TEST_REDIS_URL))
  const cpu = await postgresCpu(url)
  const client = stack.adopt(new pg.Client({ connectionString: url }), (it) => it.end())
  await client.connect()
  const sizeOf = async (table: string) => {
    const { rows } = await client.query('SELECT pg_total_relation_size($1::regclass)::float8 AS bytes', [table])
    return rows[0].bytes as number
  }
  const kept = stack.move()
  return {
    openMother: async () => motherOn(await openPostgresStore(url)),
    startServer: () => startNode(url, servers.TEST_REDIS_URL),
    beside: async () => ({ ...(cpu && { PostgreSQL: cpu() }), Redis: await redis.cpu() }),
    stored: async () => ({ message: await sizeOf('message'), visible: await sizeOf('visible') }),
    redisMemory: () => redis.memory(),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
