import type { Config } from '../config/config.ts'
import type { Accounts } from '../core/ports/accounts.ts'
import type { Log } from '../core/ports/log.ts'
import type { Epochs } from '../core/ports/store.ts'

export interface AuthDeps {
  /** close() closes it. */
  accounts: Accounts
  epochs: Epochs
  secret: string
  baseUrl: string
  origins: readonly string[]
  signUp: Config['signUp']
  rateLimit: boolean
  log: Log
  /** Removes everything of a user but the account itself. Default: nobody can delete an account. */
  removeData?: (userId: string) => Promise<void>
}
