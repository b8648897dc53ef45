import type { BatchSeen, MessageSeen } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import { type DeviceModel, isVisible, type Model, pathTo } from './model.ts'
import type { Report } from './violation.ts'

/** 4. A device's history is exactly the visible messages, in version order, each once. */
export const checkHistory: CreateCheck = (model, report) => {
  /** A batch says: between `from` and `upTo` this is all there is for you. */
  function batch(user: string, device: string, it: BatchSeen, how: string): void {
    const log = model.logs.find(user)
    if (!log) return
    const due: number[] = []
    for (let version = Math.max(it.from, log.floor) + 1; version <= it.upTo; version++) {
      const node = log.branch[version]
      if (node && isVisible(node, device, (at) => log.branch[at])) due.push(version)
    }
    const brought = it.messages.map((message) => message.version)
    if (due.join() !== brought.join()) {
      const of = `(${it.from}, ${it.upTo}] of ${user}`
      report(4, `${how} ${device} versions ${list(brought)} of ${of}, where ${list(due)} were due`)
    }
  }

  return {
    before(event) {
      if (event.type === 'answer' && event.ok) {
        const call = model.call(event.id)
        if (call?.method === 'pull' && call.device)
          batch(call.user, call.device, event.result as BatchSeen, 'a pull gave')
      }
      if (event.type === 'emitted' && event.event === 'batch') {
        const to = model.connection(event.connection)
        // It was read before retention passed, and is pushed after: right when it was made.
        if (to && event.payload.from >= (model.logs.find(to.user)?.floor ?? 0)) {
          batch(to.user, to.device, event.payload, 'a push gave')
        }
      }
    },
    after(event) {
      if (event.type !== 'end') return
      for (const { device, problem } of event.devices) {
        if (problem && !/messages are still|has acknowledged/.test(problem))
          report(4, `${device} is not in step: ${problem}`)
        const it = model.device(device)
        if (it && !problem) final(model, it, report)
      }
    },
  }
}

function final(model: Model, it: DeviceModel, report: Report): void {
  const log = model.logs.find(it.user)
  if (!log) return
  const path = pathTo(log.head)
  const held = it.held.get(it.present.generation) ?? new Map<number, MessageSeen>()
  const begin = Math.max(it.present.goneUpTo, it.present.start)
  const deleted = new Set<number>()
  for (const node of log.branch) {
    if (node?.message?.kind === 'delete') deleted.add(node.message.targetVersion ?? 0)
  }
  for (let version = begin + 1; version <= it.present.cursor; version++) {
    const node = path(version)
    const due = node !== undefined && isVisible(node, it.device, path)
    const here = held.get(version)
    if (due && !here) report(4, `${it.device} does not hold version ${version} at the end`)
    if (!due && here) report(4, `${it.device} holds version ${version} at the end, which is not for it`)
    if (!due || !here || !node?.message) continue
    const { kind, targetVersion, messageId } = node.message
    if (here.messageId !== messageId) report(4, `${it.device} holds another message as version ${version} at the end`)
    const gone = kind === 'delete' || deleted.has(version) || deleted.has(targetVersion ?? -1)
    if (here.content !== (gone ? '' : node.message.content)) {
      report(4, `${it.device} shows version ${version} with ${gone ? 'content that was deleted' : 'other content'}`)
    }
  }
}

function list(versions: readonly number[]): string {
  if (versions.length === 0) return 'none'
  return versions.length <= 8 ? versions.join(' ') : `${versions.slice(0, 8).join(' ')} … (${versions.length})`
}
