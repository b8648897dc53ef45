import { RoostError } from '../../lib/protocol/error.ts'
import type { Config } from '../config/config.ts'
import type { Accounts } from '../core/ports/accounts.ts'
import type { SignUp } from '../core/ports/auth.ts'
import type { UsedInvitations } from './invitations.ts'

const signIn = 'Sign in, or add this device with a code from another one.'
const closedReason = {
  first:
    'Sign-up is closed: this Roost has its account already. Its person can invite you, in the settings under ' +
    `Administration. ${signIn}`,
  closed:
    'Sign-up is closed on this Roost. The person with the first account can invite you, and whoever runs the server can ' +
    `open it (SIGNUP). ${signIn}`,
}
const unknownInvitation = 'This invitation was used, was cancelled or has expired. Ask for a new one.'

export function createSignUp(
  accounts: Pick<Accounts, 'any' | 'make'>,
  rule: Config['signUp'],
  invitations: UsedInvitations,
): SignUp {
  const isOpen = async () => rule === 'open' || (rule === 'first' && !(await accounts.any()))
  const accountExists = accounts.any

  async function guard() {
    if (!(await isOpen())) throw new RoostError('forbidden', closedReason[rule as keyof typeof closedReason])
  }

  async function invited(code: string, makeAccount: () => Promise<Response>): Promise<Response> {
    const invitation = await invitations.use(code)
    if (!invitation) throw new RoostError('forbidden', unknownInvitation)
    try {
      const answer = await accounts.make(undefined, makeAccount)
      if (!answer.ok) await invitation.giveBack()
      return answer
    } catch (error) {
      await invitation.giveBack()
      throw error
    }
  }

  return {
    rule,
    isOpen,
    accountExists,
    async run(makeAccount, code) {
      if (code !== undefined && !(await isOpen())) return invited(code, makeAccount)
      // The first of all is made alone, so that no two are.
      const alone = rule !== 'open' || !(await accounts.any())
      return accounts.make(alone ? guard : undefined, makeAccount)
    },
  }
}
