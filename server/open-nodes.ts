import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Config } from './config/config.ts'
import { oneNode } from './core/one-node.ts'
import type { Log } from './core/ports/log.ts'
import type { Nodes } from './core/ports/nodes.ts'
import { fingerprintsOf } from './redis/same-settings.ts'
import { severalNodes } from './redis/several-nodes.ts'

/** The host name, plus random digits so that two nodes on one machine differ, and a node from its earlier run. */
export const nodeName = () => `${hostname()}-${randomBytes(3).toString('hex')}`

export function openNodes(config: Config, node: string, log: Log, onError: (error: unknown) => void): Nodes {
  const { redisUrl, authSecret } = config
  if (redisUrl === undefined) return oneNode(onError)
  const own = authSecret === undefined ? undefined : fingerprintsOf(config)
  return severalNodes({ redisUrl, node, own, log, onError })
}
