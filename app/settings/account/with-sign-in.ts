import type { OwnAccount, TabDevice } from '../../../lib/browser/browser.ts'

/** Signs in, acts, and signs out again: a sign-in that stayed would let in anybody who uses this browser later. */
export async function withSignIn(
  device: TabDevice,
  how: { password: string } | 'passkey',
  act: (account: OwnAccount) => Promise<void>,
): Promise<void> {
  const account = await device.account()
  await (how === 'passkey' ? account.signInWithPasskey() : account.signIn(how.password))
  try {
    await act(account)
  } finally {
    await account.signOut().catch(() => {})
  }
}
