import { DeviceError } from '../../lib/client/device-error.ts'
import { openHeld } from '../../lib/node/open-held.ts'
import { spooled } from '../../lib/node/spool.ts'
import { chosenDevice, type Place } from '../chosen-device.ts'
import { WAITS } from '../exit-codes.ts'
import { print, printJson } from '../say.ts'

export interface StatusOptions extends Place {
  json?: boolean
  timeout: number
}

/** Tries to come in step, which sends what waits, and says how it is afterwards. */
export async function status(options: StatusOptions): Promise<void> {
  const { directory, device } = await chosenDevice(options)
  const held = openHeld(directory, device)
  try {
    const inStep = await held.sync(AbortSignal.timeout(options.timeout * 1_000)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DeviceError && (error.code === 'no_answer' || error.code === 'unavailable')) return false
        throw error
      },
    )
    const outbox = (await held.store.outbox()).filter((it) => it.state === 'waiting').length
    const waiting = outbox + spooled(directory, device.deviceId).length
    const { cursor, unread } = await held.store.readPosition()
    const sum = Object.values(unread).reduce((a, b) => a + b, 0)
    const { name, server, deviceId: id } = device
    const said = { id, name, server, reached: inStep, shared: held.shared, version: cursor, waiting, unread: sum }
    if (options.json) await printJson(said)
    else {
      await print(`${name} of ${server}`)
      if (held.shared) await print('Another roost process has it open and keeps it in step.')
      else
        await print(
          inStep
            ? `In step, up to version ${cursor}.`
            : `No answer from the server. It holds everything up to version ${cursor}.`,
        )
      await print(`${waiting} waiting in the outbox, ${sum} unread.`)
    }
    if (!inStep || waiting > 0) process.exitCode = WAITS
  } finally {
    await held.close()
  }
}
