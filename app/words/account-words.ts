import type { KnownDevice } from '../../lib/browser/browser.ts'
import { hideMiddle } from '../../lib/protocol/values/hide-middle.ts'
import { account as english } from './en/settings/account.ts'
import { subject } from './language/catalog.ts'
import { listed } from './listed.ts'

const say = subject('account', english)

/** Warns before this browser joins another account than the ones that it holds; null if it joins one of those. */
export function otherAccountWords(joining: string, known: readonly Pick<KnownDevice, 'account'>[]): string | null {
  if (known.length === 0 || known.some((it) => it.account !== undefined && hideMiddle(it.account) === joining))
    return null
  const accounts = [...new Set(known.flatMap((it) => it.account ?? []))]
  return say.holdsAnother(accounts.length > 0 ? say.inboxOf(accounts) : say.otherInbox)
}

export interface HeldAccount {
  userId: string
  email: string | undefined
  /** Its address, or its newest device while that is unknown. */
  label: string
  devices: string
}

/** The accounts whose devices this browser holds, last used first. */
export function accountsOf(known: readonly KnownDevice[]): HeldAccount[] {
  return [...new Set(known.map((it) => it.userId))].map((userId) => {
    const own = known.filter((it) => it.userId === userId)
    const devices = listed(own.map((it) => it.name))
    const email = own.find((it) => it.account !== undefined)?.account
    return { userId, email, label: email ?? say.inboxOfDevice(own[0]?.name ?? ''), devices }
  })
}
