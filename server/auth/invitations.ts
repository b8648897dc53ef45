import { hash, randomBytes } from 'node:crypto'
import type { AuthContext } from 'better-auth'
import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'
import type { Invitations } from '../core/ports/auth.ts'

const PREFIX = 'invitation:'
const CODE_BYTES = 18
const LIFE_MS = 7 * 24 * 60 * 60_000

interface Row {
  id: string
  identifier: string
  createdAt: Date
  expiresAt: Date
}

type Context = {
  adapter: Pick<AuthContext['adapter'], 'findMany' | 'deleteMany'>
  internalAdapter: Pick<AuthContext['internalAdapter'], 'createVerificationValue' | 'consumeVerificationValue'>
}

/** For sign-up. */
export interface UsedInvitations {
  /** Uses an invitation up: of two that come at once one gets it. Null when it does not count (any more). */
  use(code: string): Promise<{ giveBack(): Promise<void> } | null>
}

/** They lie in the library's table of things that expire, so a backup holds none. */
export function createInvitations(context: Promise<Context>, now = Date.now): Invitations & UsedInvitations {
  const all = { field: 'identifier', operator: 'starts_with', value: PREFIX } as const

  async function store(identifier: string, expiresAt: Date): Promise<Row> {
    const { internalAdapter } = await context
    return internalAdapter.createVerificationValue({ identifier, value: '', expiresAt })
  }
  const show = ({ id, createdAt, expiresAt }: Row) => {
    return { invitationId: id, createdAt: createdAt.getTime(), expiresAt: expiresAt.getTime() }
  }
  async function list() {
    const { adapter } = await context
    const sortBy = { field: 'createdAt', direction: 'desc' } as const
    const rows = await adapter.findMany<Row>({ model: 'verification', where: [all], sortBy })
    return rows.map(show).filter((it) => it.expiresAt > now())
  }

  return {
    list,
    async make() {
      if ((await list()).length >= limits.invitations)
        throw new RoostError('conflict', `There are ${limits.invitations} open invitations already: cancel one first`)
      const code = randomBytes(CODE_BYTES).toString('base64url')
      return { ...show(await store(identifierOf(code), new Date(now() + LIFE_MS))), code }
    },
    async cancel(invitationId) {
      const { adapter } = await context
      const where = [all, { field: 'id', value: invitationId }]
      if ((await adapter.deleteMany({ model: 'verification', where })) === 0)
        throw new RoostError('not_found', 'There is no such invitation: it was used, or has expired')
    },
    async use(code) {
      const { internalAdapter } = await context
      const row = await internalAdapter.consumeVerificationValue(identifierOf(code))
      return row && { giveBack: async () => void (await store(row.identifier, row.expiresAt)) }
    },
  }
}

const identifierOf = (code: string) => PREFIX + hash('sha256', code, 'base64url')
