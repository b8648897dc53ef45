import type { Account, Backup, Finding } from '../../../lib/protocol/admin.ts'

/** Work on the whole Roost, for the person with the first account. */
export interface AdminWork {
  /** Oldest first. */
  accounts(): Promise<Omit<Account, 'own'>[]>
  /** As `doctor` finds it. Takes as long as the doctor does. */
  health(): Promise<Finding[]>
  /** Undefined: the database has its own tools. @throws RoostError `unavailable` with the reason. */
  backUp: (() => Promise<Backup>) | undefined
  /** Removes an account and everything of it; its devices are told at once. @throws RoostError `not_found`. */
  removeAccount(userId: string): Promise<void>
}
