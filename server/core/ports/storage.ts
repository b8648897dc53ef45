import type { Part } from '../readiness.ts'
import type { Accounts } from './accounts.ts'
import type { OnCommit } from './on-commit.ts'
import type { Store } from './store.ts'

/** Everything that this Roost stores: in a directory of its own, or in a database that it may share with other nodes. */
export interface Storage {
  /** Signs sessions. */
  authSecret: string
  /** Push services know the server by it, a private key in base64url; undefined: none is set. */
  vapidKey: string | undefined
  /** Calls `replaced` when the database may from now on answer with an older state than before. */
  openStore(onCommit?: OnCommit, replaced?: () => void): Promise<Store>
  openAccounts(): Accounts
  /** Parts that /readyz checks besides the store. */
  parts: readonly Part[]
  /** Bytes that may still be written; undefined: they are another machine's. */
  freeBytes?(): number
  /** Lets the next server have it. */
  release(): void
}

/** `shared`: an operator's command works beside a server that may be running. */
export type StorageAccess = 'exclusive' | 'shared'
