import { RoostError } from '../../../lib/protocol/error.ts'
import type { BatchText, Caller, Mother } from '../../../server/core/mother.ts'
import type { Method } from '../history/event.ts'
import type { History } from '../history/history.ts'

/** Writes down what the mother is asked and what she answers. What a process answers that is dead was never said. */
export function recordMother(mother: Mother, history: History, isAlive: () => boolean): Mother {
  async function through<T>(
    who: { user: string; device: string | null },
    method: Method,
    payload: unknown,
    run: () => Promise<T>,
    shown: (result: T) => unknown = (result) => result,
  ): Promise<T> {
    const id = history.nextCall()
    if (isAlive()) history.add({ type: 'call', id, ...who, method, payload })
    try {
      const result = await run()
      if (isAlive()) history.add({ type: 'answer', id, ok: true, result: shown(result) })
      return result
    } catch (error) {
      const code = error instanceof RoostError ? error.code : `broken: ${String(error)}`
      if (isAlive()) history.add({ type: 'answer', id, ok: false, code })
      throw error
    }
  }
  const by = ({ userId, deviceId }: Caller) => ({ user: userId, device: deviceId })

  return {
    ...mother,
    send: (caller, payload) => through(by(caller), 'send', payload, () => mother.send(caller, payload)),
    pull: (caller, payload) => through(by(caller), 'pull', payload, () => mother.pull(caller, payload), batchShown),
    acknowledge: (caller, payload) =>
      through(by(caller), 'acknowledge', payload, () => mother.acknowledge(caller, payload)),
    hello: (caller) => through(by(caller), 'hello', null, () => mother.hello(caller)),
    listDevices: (user, device) =>
      through({ user, device: device ?? null }, 'listDevices', null, () => mother.listDevices(user, device)),
    renameDevice: (user, deviceId, payload, device) =>
      through({ user, device: device ?? null }, 'renameDevice', { deviceId }, () =>
        mother.renameDevice(user, deviceId, payload, device),
      ),
    revokeDevice: (user, deviceId, device) =>
      through({ user, device: device ?? null }, 'revokeDevice', { deviceId }, () =>
        mother.revokeDevice(user, deviceId, device),
      ),
    createDevice: (user, payload) =>
      through({ user, device: null }, 'createDevice', null, () => mother.createDevice(user, payload)),
    offerPairing: (caller) => through(by(caller), 'offerPairing', null, () => mother.offerPairing(caller)),
    claimPairing: (payload) =>
      through({ user: '', device: null }, 'claimPairing', payload, () => mother.claimPairing(payload)),
  }
}

function batchShown(batch: BatchText): unknown {
  return { ...batch, messages: batch.messages.map((it) => JSON.parse(it)) }
}
