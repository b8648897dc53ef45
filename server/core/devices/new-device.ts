import type { Credentials } from '../../../lib/protocol/device.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import type { MotherDeps } from '../deps.ts'
import type { NewDevice } from '../ports/store.ts'
import { hashToken, makeToken } from './token.ts'

type Label = Pick<NewDevice, 'name' | 'platform' | 'access' | 'offeredBy'>

/** Makes a device with its credentials. The token is shown only now: the store gets its hash. */
export function makeDevice(
  { now, randomBytes, devicesPerHour }: Pick<MotherDeps, 'now' | 'randomBytes' | 'devicesPerHour'>,
  userId: string,
  { name, platform, access = 'full', offeredBy }: Label,
): { credentials: Credentials; device: NewDevice } {
  const at = now()
  const deviceId = uuidV7(at, randomBytes(16))
  const token = makeToken({ userId, deviceId }, randomBytes)
  return {
    credentials: { userId, deviceId, token },
    device: {
      deviceId,
      name,
      platform,
      access,
      offeredBy,
      tokenHash: hashToken(token),
      now: at,
      perHour: devicesPerHour,
    },
  }
}
