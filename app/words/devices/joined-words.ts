import type { JoinedDevice } from '../../../lib/core/ports.ts'
import { devices as english } from '../en/devices/devices.ts'
import { subject } from '../language/catalog.ts'

const say = subject('devices', english)

/** "“Phone” joined, invited by “Desk”." More than three become a number. */
export function joinedWords(joined: readonly JoinedDevice[]): string {
  if (joined.length > 3) {
    return say.manyJoined(
      joined.length,
      joined.map((it) => it.name),
    )
  }
  return joined.map(one).join(' ')
}

const one = ({ name, invitedBy }: JoinedDevice) =>
  invitedBy === undefined ? say.joined(name) : say.joinedInvited(name, invitedBy)
