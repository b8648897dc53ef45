import { runSql } from '../../kit/postgres/run-sql.ts'
import type { RedisServer } from '../../kit/redis/redis-server.ts'
import type { NodeFault } from './fault.ts'
import type { NodesWorld } from './world.ts'

/** Faults on and between nodes, each on another node than the one before. */
export function nodeFaults({ nodes, devices }: NodesWorld, databaseUrl: string, redis: RedisServer): NodeFault[] {
  const at = (i: number) => {
    const n = i % nodes.length
    const [node, device, next] = [nodes[n], devices[n], nodes[(n + 1) % nodes.length]]
    if (!node || !device || !next) throw new Error('there are no nodes')
    return { node, toNext: () => device.moveTo(next), back: () => device.moveTo(node) }
  }
  const [first, second, third] = [at(0), at(1), at(2)]
  const disconnectAll = () => runSql(databaseUrl, END_ALL)
  return [
    {
      name: 'a node killed, its device goes to the next',
      async begin() {
        await first.node.kill()
        first.toNext()
      },
      end: first.node.start,
    },
    { name: 'Redis away', begin: redis.stop, end: redis.start },
    {
      name: 'a node frozen, its device goes to the next, and back when it goes on',
      begin() {
        second.node.freeze()
        second.toNext()
      },
      end() {
        second.node.thaw()
        second.back()
      },
    },
    {
      name: 'a node cut off from the database',
      begin: () => third.node.toDatabase.stall('down'),
      end() {
        third.node.toDatabase.cut()
        third.node.toDatabase.clear()
      },
    },
    {
      name: 'a node cut off from Redis',
      begin: () => first.node.toRedis.stall('up'),
      end: first.node.toRedis.clear,
    },
    { name: 'every connection of the database ended, twice', begin: disconnectAll, end: disconnectAll },
  ]
}

const END_ALL =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
