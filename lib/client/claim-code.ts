import type { Credentials } from '../protocol/device.ts'
import { callOverHttp } from '../transport/http.ts'
import { type Claiming, claimWith } from './claim.ts'
import { toDeviceError } from './device-error.ts'

/** The code is enough, and a server takes no cookies from pages of other origins. */
const token = ''

/**
 * Redeems a pairing code. It waits until the inviting device has admitted this one, if the code asks for that.
 * @throws DeviceError `not_found` (wrong, used or expired), `forbidden` (refused), `no_answer`.
 */
export async function claimCode(
  server: string,
  label: { code: string; name: string; platform: string },
  claiming: Claiming,
): Promise<Credentials> {
  try {
    return await claimWith(
      {
        claimPairing: (code, name, platform) =>
          callOverHttp(server, 'claimPairing', { request: { code, name, platform }, token }),
        collectClaim: (id, secret, signal) =>
          callOverHttp(server, 'collectClaim', { request: { secret }, id, signal, token }),
      },
      label,
      claiming,
    )
  } catch (error) {
    throw toDeviceError(error)
  }
}
