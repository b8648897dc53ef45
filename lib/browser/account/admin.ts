import type { RoostOptions } from '../../core/roost-options.ts'
import type { Admin, Backup, Finding, NewInvitation } from '../../protocol/admin.ts'
import { callOverHttp } from '../../transport/http.ts'
import { fresh } from './fresh.ts'

/** The whole server, for the person with the first account. Every call needs a fresh sign-in. @throws as OwnAccount. */
export interface AdminCalls {
  look(): Promise<Admin>
  health(): Promise<Finding[]>
  backUp(): Promise<Backup>
  invite(): Promise<NewInvitation>
  cancelInvitation(invitationId: string): Promise<void>
  removeAccount(accountId: string): Promise<void>
}

export function createAdmin({ serverUrl }: RoostOptions): AdminCalls {
  return {
    look: () => fresh(callOverHttp(serverUrl, 'admin', {})),
    health: async () => (await fresh(callOverHttp(serverUrl, 'health', {}))).findings,
    backUp: () => fresh(callOverHttp(serverUrl, 'backUp', {})),
    invite: () => fresh(callOverHttp(serverUrl, 'invite', {})),
    async cancelInvitation(id) {
      await fresh(callOverHttp(serverUrl, 'cancelInvitation', { id }))
    },
    async removeAccount(id) {
      await fresh(callOverHttp(serverUrl, 'removeAccount', { id }))
    },
  }
}
