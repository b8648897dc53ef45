import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { limits } from '../../lib/protocol/limits.ts'
import type { Backlog } from './backlog.ts'

export interface DevicesEventDeps {
  list(): Promise<{ devices: DeviceInfo[] }>
  emit(payload: { devices: DeviceInfo[] }): void
  backlog: Backlog
  onError(error: unknown): void
}

export interface DevicesEvent {
  /** The list has changed, or must be shown for the first time. */
  changed(): void
  stop(): void
}

/**
 * Tells one connection of changes in the list of devices, at most one a second. A change is never lost: the list is read
 * after the last one, and read again if that failed.
 */
export function createDevicesEvent({ list, emit, backlog, onError }: DevicesEventDeps): DevicesEvent {
  let pending = false
  let running = false
  let stopped = false
  let nextAt = 0
  let timer: NodeJS.Timeout | undefined

  const turn = () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, nextAt - performance.now())).unref()
    })

  async function tell() {
    pending = false
    try {
      const devices = await list()
      if (!stopped) emit(devices)
    } catch (error) {
      pending = true
      onError(error)
    }
    nextAt = performance.now() + limits.devicesEventMs
  }

  async function run() {
    running = true
    while (pending && !stopped) {
      if (nextAt > performance.now()) await turn()
      await backlog.drained()
      if (!stopped) await tell()
    }
    running = false
  }

  return {
    changed() {
      pending = true
      if (!running && !stopped) void run()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
