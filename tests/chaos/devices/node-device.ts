import { clock } from '../../../lib/core/clock.ts'
import { createDevice, type Device } from '../../../lib/core/device.ts'
import { createMemoryDatabase } from '../../../lib/memory/memory.ts'
import type { Credentials } from '../../../lib/protocol/device.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import { createHttpTransport } from '../../../lib/transport/http.ts'
import { createSocketTransport } from '../../../lib/transport/socket.ts'
import type { Random } from '../../kit/random.ts'
import type { Recorder } from '../recorder.ts'
import { createRecordedMemory } from './recorded-store.ts'
import { recordLive, recordTransport } from './recorded-transport.ts'

/** A device that is no browser, on real sockets, with its store in memory. */
export interface NodeDevice {
  readonly name: string
  readonly credentials: Credentials
  write(content: string, to: string): Promise<void>
  /** The program ends in the middle of its work, and begins again on what its store holds. */
  restart(): void
  isLive(): boolean
  /** Why it is not in step with the server, which is at `head`; null when it is. */
  problem(head: number): Promise<string | null>
  stop(): void
}

export function createNodeDevice(
  name: string,
  credentials: Credentials,
  url: string,
  random: Random,
  recorder: Recorder,
): NodeDevice {
  const { deviceId, userId, token } = credentials
  const who = { user: userId, device: deviceId }
  const open = createRecordedMemory(deviceId, createMemoryDatabase(), recorder.add)
  recorder.add({ type: 'device', ...who, via: 'session' })
  let store = open()
  let device = begin()

  function begin(): Device {
    return createDevice({
      ...{ deviceId, userId, name, store, storage: 'memory', clock },
      live: recordLive(createSocketTransport(url, token), who, recorder),
      http: recordTransport(createHttpTransport(url, token), who, recorder),
      random: random.next,
      newId: () => uuidV7(Date.now(), random.bytes(16)),
    })
  }

  const state = () => device.connection().state

  return {
    name,
    credentials,
    write: (content, receiverDeviceId) => device.compose({ receiverDeviceId, content }),
    restart() {
      device.close()
      store = open()
      device = begin()
    },
    isLive: () => state() === 'live',
    async problem(head) {
      if (state() !== 'live') return `it is ${state()}`
      const unsent = (await store.outbox()).filter((it) => it.state !== 'failed')
      if (unsent.length > 0) return `${unsent.length} messages are still ${unsent[0]?.state}`
      const { cursor } = await store.position()
      return cursor === head ? null : `its cursor is ${cursor}, the head ${head}`
    },
    stop: () => device.close(),
  }
}
