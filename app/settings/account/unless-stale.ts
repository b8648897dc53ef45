import { BrowserError } from '../../../lib/browser/browser-error.ts'

/** Carries out what takes a fresh sign-in. When the sign-in is too old, the screen asks for the password again. */
export async function unlessStale(act: () => Promise<void>, onStale: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof BrowserError && error.code === 'not_fresh')) throw error
    await onStale()
  }
}
