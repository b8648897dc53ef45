import { plural } from '../../plural.ts'

export const receivers = {
  sendTo: 'Send to',
  hintMention: 'Or type @ and a name while you write.',
  mentions: 'Devices that can get it',
  mentionsFound: (count: number) =>
    plural(count, { one: '# device. Enter chooses it.', other: '# devices. Arrow keys choose.' }),
  keptThere: (receiver: string) => `What you wrote to ${receiver} is kept there.`,
  toAllDevices: 'all devices',
  toRemovedDevice: 'a removed device',
  moveHere: 'Move it here',
  now: 'Now',
  seen: (past: string) => `Seen ${past}`,
  asleep: 'Asleep, gets it when it wakes',
}
