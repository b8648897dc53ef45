import { clock } from '../../../lib/core/clock.ts'
import { createEngine, type Engine } from '../../../lib/core/engine.ts'
import { createLocalPuller } from '../../../lib/core/inbox/puller.ts'
import { createMemoryDatabase } from '../../../lib/memory/memory.ts'
import type { Credentials } from '../../../lib/protocol/device.ts'
import { uuidV7 } from '../../../lib/protocol/ids.ts'
import type { LocalStore } from '../../../lib/storage/device-store.ts'
import { createHttpTransport } from '../../../lib/transport/http.ts'
import { createSocketTransport } from '../../../lib/transport/socket.ts'
import type { Random } from '../../kit/random.ts'
import type { Recorder } from '../recorder.ts'
import { createRecordedMemory } from './recorded-store.ts'
import { recordLive, recordTransport } from './recorded-transport.ts'

/** A device that is no browser: the real engine on real sockets, with what it keeps in memory. */
export interface NodeDevice {
  readonly name: string
  readonly credentials: Credentials
  write(content: string, to: string): Promise<void>
  /** The program ends in the middle of whatever it does, and begins again on what it had kept. */
  restart(): void
  isLive(): boolean
  /** What keeps it from being in step with the mother, who is at `head`; null when it is. */
  trouble(head: number): Promise<string | null>
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
  let now = begin()

  function begin(): { store: LocalStore; engine: Engine } {
    const store = open()
    const http = recordTransport(createHttpTransport(url, token), who, recorder)
    const puller = createLocalPuller(store, http)
    const engine = createEngine({
      store,
      live: recordLive(createSocketTransport(url, token), who, recorder),
      http,
      puller,
      httpPuller: puller,
      clock,
      random: random.next,
      conditions: { holder: true, switchedOn: true, network: true },
      changed: () => {},
      troubled: () => {},
    })
    engine.setConditions({})
    return { store, engine }
  }

  function stop(): void {
    now.engine.stop()
    now.store.close()
  }

  return {
    name,
    credentials,
    async write(content, to) {
      const { store, engine } = now
      const messageId = uuidV7(Date.now(), random.bytes(16))
      await store.compose({ messageId, receiverDeviceId: to, content }, Date.now())
      engine.outboxGrew()
    },
    restart() {
      stop()
      now = begin()
    },
    isLive: () => now.engine.connection().state === 'live',
    async trouble(head) {
      const { state } = now.engine.connection()
      if (state !== 'live') return `it is ${state}`
      const unsent = (await now.store.outbox()).filter((it) => it.state !== 'failed')
      if (unsent.length > 0) return `${unsent.length} messages are still ${unsent[0]?.state}`
      const { cursor } = await now.store.position()
      return cursor === head ? null : `its cursor is ${cursor}, the head ${head}`
    },
    stop,
  }
}
