import { RoostError } from '../../lib/protocol/error.ts'
import type { Config } from '../config/config.ts'
import type { Accounts } from '../core/ports/accounts.ts'
import type { SignUp } from '../core/ports/auth.ts'

const closedReason = {
  first:
    'Sign-up is closed: this Roost has its account already. Sign in, or add this device with a code from another one.',
  closed: 'Sign-up is closed on this Roost. Sign in, or add this device with a code from another one.',
}

export function createSignUp(accounts: Pick<Accounts, 'any' | 'make'>, rule: Config['signUp']): SignUp {
  const isOpen = async () => rule === 'open' || (rule === 'first' && !(await accounts.any()))
  const accountExists = accounts.any
  if (rule === 'open')
    return { rule, isOpen, accountExists, run: (makeAccount) => accounts.make(undefined, makeAccount) }

  async function guard() {
    if (!(await isOpen())) throw new RoostError('forbidden', closedReason[rule as keyof typeof closedReason])
  }
  return { rule, isOpen, accountExists, run: (makeAccount) => accounts.make(guard, makeAccount) }
}
