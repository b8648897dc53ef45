import type { DeviceRow, Event, Line, MessageSeen, OutboxSeen } from '../history/event.ts'
import { createLogs, type Logs, type Node } from './logs.ts'
import type { Report } from './violation.ts'

/** Everything known of a device: what the server stores about it, and what lies on its own disk. */
export interface DeviceModel {
  user: string
  device: string
  lastReceivedVersion: number
  present: Line
  building: Line | null
  held: Map<number, Map<number, MessageSeen>>
  outbox: Map<number, OutboxSeen>
  orphans: Set<string>
  /** Since its disk was empty: messageIds in the order of composition, and everything that it ever held. */
  composed: Map<string, OutboxSeen & { order: number }>
  everHeld: Set<string>
  /** The highest cursor that was ever durable here, also before the browser threw it away. */
  highest: number
  /** Messages that the server has answered for: stored, or refused for good. */
  acknowledged: Set<string>
  refused: Set<string>
  /** Which device it goes on in place of: until it has rebuilt, it holds what that one held. */
  inPlaceOf: string | null
}

export type CallEvent = Extract<Event, { type: 'call' }>

export interface Model {
  logs: Logs
  device(device: string): DeviceModel | undefined
  devices(): DeviceModel[]
  call(id: number): CallEvent | undefined
  connection(id: number): { user: string; device: string; open: boolean } | undefined
  /** Its revocation was answered. */
  isRevoked(device: string): boolean
  /** Its revocation was committed, answered or not. */
  isRemoved(device: string): boolean
  usersDevice(user: string, device: string): boolean
  apply(event: Event): void
  /** Lets go of what no later event can tell of, once this one is judged. */
  forget(event: Event): void
}

const newLine = (): Line => ({ generation: 1, cursor: 0, digest: null, start: 0, goneUpTo: 0 })

function emptyDisk() {
  return {
    present: newLine(),
    building: null as Line | null,
    held: new Map<number, Map<number, MessageSeen>>(),
    outbox: new Map<number, OutboxSeen>(),
    orphans: new Set<string>(),
    composed: new Map<string, OutboxSeen & { order: number }>(),
    everHeld: new Set<string>(),
  }
}

/** Follows a history event by event. The checks look at it before and after each one. */
export function createModel(report: Report): Model {
  const logs = createLogs(report)
  const devices = new Map<string, DeviceModel>()
  const calls = new Map<number, CallEvent>()
  const connections = new Map<number, { user: string; device: string; open: boolean }>()
  const revoked = new Set<string>()
  const removed = new Set<string>()
  const owners = new Map<string, string>()
  let order = 0

  function takeRows(rows: readonly DeviceRow[]): void {
    for (const { user, device, lastReceivedVersion, revoked: gone } of rows) {
      if (gone) removed.add(device)
      owners.set(device, user)
      const model = ensure(user, device)
      model.lastReceivedVersion = lastReceivedVersion
    }
  }

  function ensure(user: string, device: string): DeviceModel {
    const known = devices.get(device)
    if (known) return known
    const made: DeviceModel = {
      ...{ user, device, lastReceivedVersion: 0, inPlaceOf: null, highest: 0 },
      ...emptyDisk(),
      acknowledged: new Set(),
      refused: new Set(),
    }
    devices.set(device, made)
    return made
  }

  function store(it: DeviceModel, event: Extract<Event, { type: 'stored' }>): void {
    it.present = event.present
    it.building = event.building
    it.highest = Math.max(it.highest, event.present.cursor)
    for (const { generation, version } of event.removed) it.held.get(generation)?.delete(version)
    for (const { generation, message } of event.put) {
      const held = it.held.get(generation) ?? new Map<number, MessageSeen>()
      it.held.set(generation, held.set(message.version, message))
      it.everHeld.add(message.messageId)
    }
    for (const { seq } of event.outboxRemoved) it.outbox.delete(seq)
    for (const entry of event.outboxPut) {
      if (!it.outbox.has(entry.seq)) it.composed.set(entry.messageId, { ...entry, order: ++order })
      it.outbox.set(entry.seq, entry)
    }
    if (event.orphans) it.orphans = new Set(event.orphans)
  }

  function answer(event: Extract<Event, { type: 'answer' }>): void {
    const call = calls.get(event.id)
    if (!call || !event.ok) return
    if (call.method === 'revokeDevice') revoked.add((call.payload as { deviceId: string }).deviceId)
    const device = call.device === null ? undefined : devices.get(call.device)
    if (call.method !== 'send' || !device) return
    for (const result of (event.result as SendAnswer).results) {
      if (result.messageId === null) continue
      if (result.ok) device.acknowledged.add(result.messageId)
      else device.refused.add(result.messageId)
    }
  }

  function show(user: string, upTo: number): void {
    for (let node = logs.find(user)?.branch[upTo] ?? null; node && !node.shown; node = node.parent) node.shown = true
  }

  return {
    logs,
    device: (device) => devices.get(device),
    devices: () => [...devices.values()],
    call: (id) => calls.get(id),
    connection: (id) => connections.get(id),
    isRevoked: (device) => revoked.has(device),
    isRemoved: (device) => removed.has(device),
    usersDevice: (user, device) => owners.get(device) === user,
    apply(event) {
      if (event.type === 'opened') {
        for (const change of event.users) logs.replace(change)
        takeRows(event.devices)
        if (event.why !== 'failover') for (const connection of connections.values()) connection.open = false
      } else if (event.type === 'commit') {
        for (const change of event.users) logs.extend(change)
        takeRows(event.devices)
      } else if (event.type === 'crashed') {
        for (const connection of connections.values()) connection.open = false
      } else if (event.type === 'call') calls.set(event.id, event)
      else if (event.type === 'answer') {
        answer(event)
        const call = calls.get(event.id)
        if (call && event.ok) {
          if (call.method === 'pull') show(call.user, (event.result as { upTo: number }).upTo)
          if (call.method === 'hello') show(call.user, (event.result as { head: number }).head)
          if (call.method === 'send') {
            for (const result of (event.result as SendAnswer).results) if (result.ok) show(call.user, result.version)
          }
        }
      } else if (event.type === 'connected') {
        connections.set(event.connection, { user: event.user, device: event.device, open: true })
      } else if (event.type === 'disconnected') {
        const connection = connections.get(event.connection)
        if (connection) connection.open = false
      } else if (event.type === 'emitted' && event.event === 'batch') {
        const connection = connections.get(event.connection)
        if (connection) show(connection.user, event.payload.upTo)
      } else if (event.type === 'device') {
        owners.set(event.device, event.user)
        ensure(event.user, event.device)
      } else if (event.type === 'stored') {
        const it = devices.get(event.device)
        if (it) store(it, event)
      } else if (event.type === 'evicted') {
        const it = devices.get(event.device)
        if (it) Object.assign(it, emptyDisk())
      } else if (event.type === 'replaced') {
        const it = devices.get(event.by)
        if (it) it.inPlaceOf = event.device
      }
    },
    forget(event) {
      if (event.type === 'answer') calls.delete(event.id)
    },
  }
}

export interface SendAnswer {
  results: (
    | { ok: true; messageId: string; version: number; duplicate: boolean }
    | { ok: false; messageId: string | null; error: { code: string } }
  )[]
}

/** A node is visible to its receiver, to its sender and, for an edit or a delete, to the sender of the target. */
export function isVisible(node: Node, device: string, branch: (version: number) => Node | undefined): boolean {
  const { message } = node
  if (!message) return false
  if (message.receiverDeviceId === 'all' || message.receiverDeviceId === device) return true
  if (message.senderDeviceId === device) return true
  if (message.kind === 'post' || message.targetVersion === undefined) return false
  return branch(message.targetVersion)?.message?.senderDeviceId === device
}

/** The history that leads to a node, by version. */
export function pathTo(node: Node): (version: number) => Node | undefined {
  const known = new Map<number, Node>()
  let last: Node | null = node
  known.set(node.version, node)
  return (version) => {
    while (last && last.version > version) {
      last = last.parent
      if (last) known.set(last.version, last)
    }
    return known.get(version)
  }
}
