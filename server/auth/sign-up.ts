import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../lib/protocol/error.ts'
import type { Config } from '../config/config.ts'

const closedReason = {
  first:
    'Sign-up is closed: this Roost has its account already. Sign in, or add this device with a code from another one.',
  closed: 'Sign-up is closed on this Roost. Sign in, or add this device with a code from another one.',
}

export interface SignUp {
  isOpen(): boolean
  /** Makes one account at a time, so that of two who come first at once only one is first. @throws RoostError `forbidden`. */
  run<T>(makeAccount: () => Promise<T>): Promise<T>
}

export function createSignUp(database: DatabaseSync, rule: Config['signUp']): SignUp {
  const someAccount = database.prepare('SELECT 1 FROM account LIMIT 1')
  // A user is stored before its password; what was cut off in between could neither sign in nor sign up again.
  const dropHalfMade = database.prepare('DELETE FROM "user" WHERE id NOT IN (SELECT "userId" FROM account)')
  let last: Promise<unknown> = Promise.resolve()

  const isOpen = () => rule === 'open' || (rule === 'first' && someAccount.get() === undefined)

  return {
    isOpen,
    run(makeAccount) {
      const turn = last.then(() => {
        if (rule !== 'open' && !isOpen()) throw new RoostError('forbidden', closedReason[rule])
        dropHalfMade.run()
        return makeAccount()
      })
      last = turn.catch(() => {})
      return turn
    },
  }
}
