import { type LiveCall, liveCallNames } from '../../../lib/protocol/calls.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Asker, BatchText, Caller, Mother } from '../../../server/core/mother.ts'
import type { Method } from '../history/event.ts'
import type { History } from '../history/history.ts'

/** Records what the server is asked and what it answers. A dead process says nothing any more. */
export function recordMother(mother: Mother, history: History, isAlive: () => boolean): Mother {
  async function through<T>(
    who: { user: string; device: string | null },
    method: Method,
    payload: unknown,
    run: () => Promise<T>,
    seen: (result: T) => unknown = (result) => result,
  ): Promise<T> {
    const id = history.nextCall()
    if (isAlive()) history.add({ type: 'call', id, ...who, method, payload })
    try {
      const result = await run()
      if (isAlive()) history.add({ type: 'answer', id, ok: true, result: seen(result) })
      return result
    } catch (error) {
      const code = error instanceof RoostError ? error.code : `broken: ${String(error)}`
      if (isAlive()) history.add({ type: 'answer', id, ok: false, code })
      throw error
    }
  }
  const by = ({ userId, deviceId }: Caller) => ({ user: userId, device: deviceId })
  const asked = (user: string, asker?: Asker) => ({ user, device: asker?.deviceId ?? null })

  const live = liveCallNames.map((call) => [
    call,
    (caller: Caller, payload: unknown) =>
      through<unknown>(by(caller), call, payload, () => mother[call](caller, payload), shown),
  ])

  return {
    ...mother,
    ...(Object.fromEntries(live) as Pick<Mother, LiveCall>),
    hello: (caller) => through(by(caller), 'hello', null, () => mother.hello(caller)),
    listDevices: (user, asker) =>
      through(asked(user, asker), 'listDevices', null, () => mother.listDevices(user, asker)),
    renameDevice: (user, deviceId, payload, asker) =>
      through(asked(user, asker), 'renameDevice', { deviceId }, () =>
        mother.renameDevice(user, deviceId, payload, asker),
      ),
    revokeDevice: (user, deviceId, asker) =>
      through(asked(user, asker), 'revokeDevice', { deviceId }, () => mother.revokeDevice(user, deviceId, asker)),
    createDevice: (user, payload, asker) =>
      through(asked(user, asker), 'createDevice', null, () => mother.createDevice(user, payload, asker)),
    offerPairing: (caller, payload) =>
      through(by(caller), 'offerPairing', null, () => mother.offerPairing(caller, payload)),
    claimPairing: (payload) =>
      through({ user: '', device: null }, 'claimPairing', payload, () => mother.claimPairing(payload)),
  }
}

/** Messages of a batch are JSON text until they reach a device. */
function shown(result: unknown): unknown {
  const { messages } = result as Partial<BatchText>
  return messages ? { ...(result as BatchText), messages: messages.map((it) => JSON.parse(it)) } : result
}
