import type { AuthContext } from 'better-auth'
import type { Accounts } from '../core/ports/accounts.ts'

/** A column of the user: whether this account was made when there was no other. */
export const firstField = { type: 'boolean', required: false, input: false, returned: false } as const

type Adapter = Pick<AuthContext['adapter'], 'findMany' | 'findOne' | 'update' | 'count'>

export interface FirstAccount {
  user: { create: { before(): Promise<{ data: { first: boolean } }> } }
}

/**
 * The person who makes the first account looks after this Roost. The mark is stored, so that on a server where everybody may
 * sign up nobody inherits it when that account is deleted.
 */
export function createFirstAccount({ any }: Pick<Accounts, 'any'>): FirstAccount {
  return { user: { create: { before: async () => ({ data: { first: !(await any()) } }) } } }
}

/** Accounts of before the update have no mark: the oldest of them gets it, unless an account has it. */
export async function markFirstAccount(adapter: Adapter): Promise<void> {
  const having = (value: boolean | null) => [{ field: 'first', value }]
  const unmarked = await adapter.findMany<{ id: string }>({
    model: 'user',
    where: having(null),
    sortBy: { field: 'createdAt', direction: 'asc' },
  })
  for (const [index, { id }] of unmarked.entries()) {
    const first = index === 0 && (await adapter.count({ model: 'user', where: having(true) })) === 0
    await adapter.update({ model: 'user', where: [{ field: 'id', value: id }], update: { first } })
  }
}
