import { ALL } from '../protocol/values/ids.ts'
import { fold } from './fold.ts'
import type { NamesDevice, PlainTerm, Query } from './query.ts'

/** A term whose names of devices are ids, so that it can be checked without a list of devices. */
export type Criterion = PlainTerm | (Omit<NamesDevice, 'name'> & { ids: readonly string[] })

/** Devices that a query can name, this one, and removed ones. */
export interface NamedDevice {
  deviceId: string
  name: string
}

export interface Resolved {
  criteria: readonly Criterion[]
  /** Names that no device has. Their terms find nothing, or with a minus everything. */
  unknown: readonly string[]
}

/**
 * A part of a name is enough. `me` is this device, and `to:all` means the messages for all devices. A name that is written
 * out in full means that device alone, so that "Phone" and "Phone 2" stay apart.
 */
export function resolve({ terms }: Query, devices: readonly NamedDevice[], selfId: string): Resolved {
  const unknown: string[] = []
  const criteria = terms.map((term): Criterion => {
    if (!('name' in term)) return term
    const ids = idsOf(term.name, term.type, devices, selfId)
    if (ids.length === 0) unknown.push(term.name)
    return { type: term.type, ids, not: term.not }
  })
  return { criteria, unknown }
}

function idsOf(name: string, type: 'from' | 'to', devices: readonly NamedDevice[], selfId: string): string[] {
  if (name === 'me') return [selfId]
  if (name === 'all' && type === 'to') return [ALL]
  const folded = devices.map((it) => ({ deviceId: it.deviceId, name: fold(it.name.trim()) }))
  const exact = folded.filter((it) => it.name === name)
  return (exact.length > 0 ? exact : folded.filter((it) => it.name.includes(name))).map((it) => it.deviceId)
}
