import type { Credentials } from '../../lib/protocol/device.ts'
import type { Mother } from '../../server/core/mother.ts'
import { makeDevices, sendMany } from './data.ts'

const DEVICES_EACH = 4

/** So many devices, four to a user, each user with so many messages for all of them. Answers their tokens. */
export async function manyUsers(mother: Mother, devices: number, messages: number, name = 'user'): Promise<string[]> {
  const users = Array.from({ length: Math.ceil(devices / DEVICES_EACH) }, (_, n) => `${name} ${n}`)
  const made: Credentials[][] = await Promise.all(users.map((user) => makeDevices(mother, user, DEVICES_EACH)))
  for (const [sender] of made) if (sender && messages > 0) await sendMany(mother, sender, messages)
  return made
    .flat()
    .map((it) => it.token)
    .slice(0, devices)
}
