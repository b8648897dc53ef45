import { plural } from '../../plural.ts'

export const composer = {
  form: 'New message',
  field: 'Message',
  writeTo: (name: string) => `Write to ${name}`,
  writeToAll: 'Write to all your devices',
  to: (name: string) => `To: ${name}`,
  allDevices: 'All devices',
  removedNamed: (name: string) => `${name} (removed)`,
  send: 'Send',
  sendEnter: 'Send (Enter)',
  sendCtrlEnter: 'Send (Ctrl+Enter)',
  receiverGone: 'That device was removed. Choose who gets it.',
  halfCharacter:
    'This text holds half an emoji or another broken character, which cannot be sent. Delete it and type it again.',
  tooLong: (count: number) =>
    plural(count, {
      one: 'Too long by # character. Shorten it, or send it in parts.',
      other: 'Too long by # characters. Shorten it, or send it in parts.',
    }),
  room: (count: number) => plural(count, { one: 'Room for # more character', other: 'Room for # more characters' }),
}
