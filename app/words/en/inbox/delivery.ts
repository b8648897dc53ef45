import { plural } from '../../plural.ts'

/** How far a message of this device has come. */
export const delivery = {
  onServer: 'On your server',
  onItsWay: 'On its way',
  onItsWayTo: (name: string) => `On its way to ${name}`,
  onItsWayToSome: (count: number) => plural(count, { one: 'On its way to # device', other: 'On its way to # devices' }),
  everywhere: 'Everywhere',
  hasIt: (name: string) => `${name} has it`,
  getsItLater: (name: string) => `${name} gets it when it wakes`,
  someGetItLater: (count: number) =>
    plural(count, { one: '# device gets it when it wakes', other: '# devices get it when they wake' }),
  lackedIt: (name: string, asOf: string) => `${name} did not have it, ${asOf}`,
  someLackedIt: (count: number, asOf: string) =>
    `${plural(count, { one: '# device', other: '# devices' })} did not have it, ${asOf}`,
  waits: (count: number) =>
    count === 2
      ? 'Both wait here and go out with the network'
      : plural(count, {
          one: 'Waits here and goes out with the network',
          other: 'All # wait here and go out with the network',
        }),
  waitsForSwitch: (count: number) =>
    plural(count, {
      one: 'Waits here until you end Work offline',
      other: 'All # wait here until you end Work offline',
    }),
  waitsForSignIn: (count: number) =>
    plural(count, { one: 'Waits here until you sign in', other: 'All # wait here until you sign in' }),
  showHolders: (state: string) => `${state}. Who has it?`,
  holders: 'Who has it',
  holdersAsOf: (asOf: string) => `Who has it, ${asOf}`,
  writtenHere: (clock: string) => `Written here at ${clock}`,
  wroteIt: (clock: string) => `Wrote it at ${clock}`,
  has: 'Has it',
  hasSince: (clock: string) => `Since ${clock}`,
  gettingIt: 'Not yet, getting it now',
  notThen: 'Not then',
  asleep: (seen: string) => `Not yet, seen ${seen}`,
  storedSince: (clock: string, edited: boolean) =>
    `On your server since ${clock}. ${edited ? 'Edited since.' : 'Not edited.'}`,
}
