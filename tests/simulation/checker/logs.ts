import type { LogChange, LoggedMessage } from '../history/event.ts'
import type { Report } from './violation.ts'

/**
 * Everything that was ever committed, as a tree: a server that went back in time and on has two histories with one root. A
 * node is one version of one of them.
 */
export interface Node {
  version: number
  digest: string
  parent: Node | null
  /** Null at the root. */
  message: LoggedMessage | null
  /** Somebody was told of it: from here on it may not be lost. */
  shown: boolean
  /** A delete of it, or of the post that it edits, was committed at some time. */
  blanked: boolean
  children: Map<string, Node>
}

export interface Log {
  user: string
  head: Node
  floor: number
  /** The present history by version; empty below its root. */
  branch: (Node | undefined)[]
}

export interface Logs {
  find(user: string): Log | undefined
  byDigest(user: string, digest: string): Node | undefined
  /** Has it stood, in any history, at or below a floor that there was in any history? */
  wasBelowFloor(user: string, messageId: string): boolean
  /** The message as it was last committed under this id. */
  byId(user: string, messageId: string): Node | undefined
  /** Rows above the present head. */
  extend(change: LogChange): void
  /** Takes the log that a server found on its disk at its start. Returns the earlier nodes that are gone. */
  replace(change: LogChange): Node[]
  /** Whether this messageId of the user was committed before the present event. */
  wasCommitted(user: string, messageId: string): boolean
  /** Was it, or the post that it edits, ever deleted, in any history? */
  wasDeleted(user: string, messageId: string): boolean
  /** Has retention ever removed it, in any history? */
  wasRemoved(user: string, messageId: string): boolean
}

export function createLogs(report: Report): Logs {
  const logs = new Map<string, Log>()
  const digests = new Map<string, Node>()
  const ids = new Map<string, Node>()
  const removed = new Set<string>()
  const deleted = new Set<string>()
  const lowest = new Map<string, number>()
  const highestFloor = new Map<string, number>()

  function nameDigest(user: string, node: Node): void {
    const key = `${user}/${node.digest}`
    const known = digests.get(key)
    if (known && known !== node) report(13, `two histories of ${user} have one digest at version ${node.version}`)
    digests.set(key, node)
  }

  function makeRoot(user: string, version: number, digest: string): Node {
    const known = digests.get(`${user}/${digest}`)
    if (known) return known
    const root: Node = {
      ...{ version, digest, parent: null, message: null },
      ...{ shown: false, blanked: false, children: new Map() },
    }
    nameDigest(user, root)
    return root
  }

  function grow(user: string, from: Node, rows: readonly LoggedMessage[]): Node {
    let node = from
    for (const message of rows) {
      // The same message may be sent again with other content, after a server has lost it.
      const key = `${message.messageId}/${message.digest}`
      const child = node.children.get(key) ?? {
        ...{ version: message.version, digest: message.digest, parent: node, message },
        ...{ shown: false, blanked: false, children: new Map<string, Node>() },
      }
      if (!node.children.has(key)) {
        node.children.set(key, child)
        nameDigest(user, child)
      }
      node = child
    }
    return node
  }

  function blank(log: Log, rows: readonly LoggedMessage[]): void {
    for (const { kind, targetVersion } of rows) {
      if (kind !== 'delete' || targetVersion === undefined) continue
      for (const node of log.branch) {
        if (node?.version !== targetVersion && node?.message?.targetVersion !== targetVersion) continue
        node.blanked = true
        deleted.add(`${log.user}/${node.message?.messageId}`)
      }
    }
  }

  function remove(user: string, branch: readonly (Node | undefined)[], from: number, floor: number): void {
    for (let version = from + 1; version <= floor; version++) {
      const messageId = branch[version]?.message?.messageId
      if (messageId !== undefined) removed.add(`${user}/${messageId}`)
    }
  }

  function raiseFloor(user: string, floor: number): void {
    highestFloor.set(user, Math.max(floor, highestFloor.get(user) ?? 0))
  }

  function name(user: string, added: readonly LoggedMessage[]): void {
    for (const { messageId, version } of added) {
      const node = logs.get(user)?.branch[version]
      const key = `${user}/${messageId}`
      if (node) ids.set(key, node)
      lowest.set(key, Math.min(version, lowest.get(key) ?? version))
    }
  }

  const branchOf = (head: Node) => {
    const branch: (Node | undefined)[] = []
    for (let node: Node | null = head; node; node = node.parent) branch[node.version] = node
    return branch
  }

  return {
    find: (user) => logs.get(user),
    byDigest: (user, digest) => digests.get(`${user}/${digest}`),
    byId: (user, messageId) => ids.get(`${user}/${messageId}`),
    wasCommitted: (user, messageId) => ids.has(`${user}/${messageId}`),
    wasBelowFloor: (user, messageId) => (lowest.get(`${user}/${messageId}`) ?? 0) <= (highestFloor.get(user) ?? 0),
    wasDeleted: (user, messageId) => deleted.has(`${user}/${messageId}`),
    wasRemoved: (user, messageId) => removed.has(`${user}/${messageId}`),
    extend(change) {
      const { user, floor, added } = change
      const log = logs.get(user)
      if (!log) {
        const root = makeRoot(user, change.head - added.length, added.length > 0 ? change.floorDigest : change.digest)
        const head = grow(user, root, added)
        logs.set(user, { user, head, floor, branch: branchOf(head) })
      } else {
        const before = log.head
        log.head = grow(user, before, added)
        remove(user, log.branch, log.floor, floor)
        log.floor = floor
        for (let node: Node | null = log.head; node && node !== before; node = node.parent) {
          log.branch[node.version] = node
        }
      }
      blank(logs.get(user) as Log, added)
      name(user, added)
      raiseFloor(user, floor)
    },
    replace(change) {
      const { user, floor, floorDigest, added } = change
      const before = logs.get(user)
      const head = grow(user, makeRoot(user, floor, floorDigest), added)
      const log: Log = { user, head, floor, branch: branchOf(head) }
      logs.set(user, log)
      name(user, added)
      raiseFloor(user, floor)
      return (before?.branch ?? []).filter(
        (node): node is Node => node !== undefined && log.branch[node.version] !== node,
      )
    },
  }
}
