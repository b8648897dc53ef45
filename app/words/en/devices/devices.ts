import { listed } from '../../listed.ts'
import { plural } from '../../plural.ts'

export const devices = {
  removedDevice: 'A removed device',
  joined: (name: string) => `“${name}” joined.`,
  joinedInvited: (name: string, invitedBy: string) => `“${name}” joined, invited by “${invitedBy}”.`,
  manyJoined: (count: number, names: string[]) =>
    plural(count, { one: '# device joined: ', other: '# devices joined: ' }) +
    `${listed(names.map((name) => `“${name}”`))}.`,
  kept: 'This browser keeps the messages here until you remove them.',
  notKept:
    'This browser may clear this device when it runs out of room. Everything on the server comes back; what still waits here would be gone.',

  saveName: 'Save name',
  keepName: 'Cancel',
  needsName: 'A device needs a name. Type one, or cancel to keep the old one.',
}
