import { RawJson } from '../../core/messages/raw-json.ts'
import type { Backlog } from '../backlog.ts'
import type { ToldDevices } from '../types.ts'

/** A connection that shows the list of devices. */
export interface ListReader {
  linkId: string
  deviceId: string
  backlog: Pick<Backlog, 'isFull' | 'emptied'>
  /** The device is not in the list any more. */
  onRemoved(): void
}

export interface DeviceListsDeps {
  read(userId: string): Promise<{ devices: readonly { deviceId: string }[] }>
  /** Encodes the list once for all of these connections. */
  emit(linkIds: string[], list: ToldDevices): void
  /** At most one list in so many ms to a connection. */
  everyMs: number
  onError(error: unknown): void
}

export interface Entry extends ListReader {
  /** It has to get a list that was read as the `wants`th or later, and has got the `got`th. */
  wants: number
  got: number
  /** An earlier list has not left this process yet. */
  busy: boolean
  nextAt: number
}

/** The list of one account, read and encoded once for all of its connections. */
export function createAccountList(userId: string, { read, emit, everyMs, onError }: DeviceListsDeps) {
  const entries = new Set<Entry>()
  let reads = 0
  let latest = { number: 0, ids: new Set<string>(), list: undefined as ToldDevices | undefined }
  let running = false
  let timer: NodeJS.Timeout | undefined

  const waiting = () => [...entries].filter((it) => it.wants > it.got && !it.busy)

  async function readOnce() {
    const number = ++reads
    const list = await read(userId)
    const ids = new Set(list.devices.map((it) => it.deviceId))
    latest = { number, ids, list: new RawJson(JSON.stringify(list)) }
  }

  function deliver(due: readonly Entry[]) {
    const { number, ids, list } = latest
    const [listed, removed] = [due.filter((it) => ids.has(it.deviceId)), due.filter((it) => !ids.has(it.deviceId))]
    for (const it of removed) {
      it.got = number
      it.onRemoved()
    }
    const readers = listed.filter((it) => !it.backlog.isFull())
    if (list && readers.length > 0)
      emit(
        readers.map((it) => it.linkId),
        list,
      )
    for (const it of readers) Object.assign(it, { got: number, nextAt: performance.now() + everyMs })
    for (const it of listed) void waitFor(it)
  }

  async function waitFor(entry: Entry) {
    entry.busy = true
    await entry.backlog.emptied()
    entry.busy = false
    void run()
  }

  async function run() {
    if (running) return
    running = true
    clearTimeout(timer)
    // All connections hear of a change in one go: the list is read after the last of them has.
    await Promise.resolve()
    const due = () => waiting().filter((it) => it.nextAt <= performance.now())
    try {
      for (let now = due(); now.length > 0; now = due()) {
        if (now.some((it) => it.wants > latest.number)) await readOnce()
        deliver(due().filter((it) => it.wants <= latest.number))
      }
    } catch (error) {
      onError(error)
      for (const it of waiting()) it.nextAt = performance.now() + everyMs
    }
    running = false
    const next = Math.min(...waiting().map((it) => it.nextAt))
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(run, Math.max(0, next - performance.now()) + 1).unref()
  }

  return {
    entries,
    changed(entry: Entry) {
      entry.wants = reads + 1
      void run()
    },
  }
}
