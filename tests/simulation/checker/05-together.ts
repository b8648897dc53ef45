import type { Event, Line } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import type { Node } from './logs.ts'
import { type DeviceModel, isVisible, pathTo } from './model.ts'

type Stored = Extract<Event, { type: 'stored' }>

/**
 * 5. On the device, messages and cursor commit together or not at all. And what every transaction says on the way: the cursor
 * passes nothing that no batch has covered (8), and never goes on in a history that is another (13).
 */
export const checkTogether: CreateCheck = (model, report) => {
  function step(it: DeviceModel, event: Stored, line: Line): void {
    const { device } = event
    // Taken over, and about to be rebuilt: it is not the server's word.
    if (it.inPlaceOf !== null && line.generation === 1) return
    const before = [it.present, it.building].find((old) => old?.generation === line.generation) ?? begun(line)
    const held = it.held.get(line.generation)
    const added = event.put.filter((put) => put.generation === line.generation && !held?.has(put.message.version))
    const isSkip = event.batches === null && line.goneUpTo === line.cursor && line.digest === null

    if (line.cursor < before.cursor) {
      report(8, `${device} went back from ${before.cursor} to ${line.cursor}`)
      return
    }
    if (line.cursor > before.cursor && !isSkip) {
      if (event.batches === null) report(5, `${device} moved its cursor to ${line.cursor} without a batch`)
      else if (line.cursor > reach(before.cursor, event.batches)) {
        report(8, `${device} moved its cursor from ${before.cursor} to ${line.cursor}, past a gap in what was pushed`)
      }
    }
    const node = line.digest === null ? undefined : model.logs.byDigest(it.user, line.digest)
    if (line.digest !== null && line.cursor > 0 && node?.version !== line.cursor) {
      report(13, `${device} stands at ${line.cursor} with a digest that no mother had there`)
      return
    }
    const path = node ? pathTo(node) : () => undefined
    if (node && before.digest !== null && before.cursor > 0 && line.cursor > before.cursor) {
      if (path(before.cursor)?.digest !== before.digest) {
        report(13, `${device} went on from ${before.cursor} to ${line.cursor} in a history that is another`)
        return
      }
    }
    messages(it, event, line, before, added, node && !isSkip ? path : null)
  }

  function messages(
    it: DeviceModel,
    { device }: Stored,
    line: Line,
    before: Line,
    added: Stored['put'],
    path: ((version: number) => Node | undefined) | null,
  ): void {
    const versions = new Set(added.map(({ message }) => message.version))
    for (const version of versions) {
      if (version > line.cursor) report(5, `${device} holds version ${version} beyond its cursor ${line.cursor}`)
      if (version <= before.cursor) report(5, `${device} stored version ${version} after its cursor had passed it`)
    }
    if (!path) return
    for (let version = before.cursor + 1; version <= line.cursor; version++) {
      const node = path(version)
      if (!node || versions.has(version) === isVisible(node, device, path)) continue
      if (versions.has(version)) report(11, `${device} stored version ${version} of ${it.user}, which is not for it`)
      else report(5, `${device} moved its cursor past version ${version} without storing it`)
    }
    for (const { message } of added) {
      const logged = path(message.version)?.message
      if (!logged) continue
      if (logged.messageId !== message.messageId) {
        report(4, `${device} stored ${message.messageId} as version ${message.version}, which is ${logged.messageId}`)
      } else if (message.content !== logged.content && !(message.content === '' && path(message.version)?.blanked)) {
        report(4, `${device} stored version ${message.version} with other content than the mother's`)
      }
    }
  }

  return {
    before(event) {
      if (event.type !== 'stored') return
      const it = model.device(event.device)
      if (!it) return
      step(it, event, event.present)
      if (event.building) step(it, event, event.building)
      const living = new Set([event.present.generation, event.building?.generation])
      const lost = event.removed.find(({ generation }) => living.has(generation))
      if (lost) report(4, `${event.device} dropped version ${lost.version}, which it had stored`)
    },
  }
}

/** The inbox rule, once more and by itself: how far the cursor may go with these batches. */
function reach(cursor: number, batches: readonly { from: number; upTo: number }[]): number {
  let at = cursor
  for (const { from, upTo } of [...batches].sort((a, b) => a.from - b.from)) if (from <= at) at = Math.max(at, upTo)
  return at
}

function begun({ generation, start, goneUpTo }: Line): Line {
  return { generation, cursor: start, digest: null, start, goneUpTo }
}
