import { sentenceOf } from '../sentence.ts'

const TURNED_AWAY = 'The other device said no. If that was a mistake, ask for a new code there.'
const GONE = 'The code was closed or has expired on the other device. Ask for a new one there.'

/** Why this device did not get in. `waited`: the code was right, and the other device was asked. */
export function claimWords(error: unknown, waited: boolean): string {
  const code = (error as { code?: unknown } | null)?.code
  if (waited && code === 'forbidden') return TURNED_AWAY
  if (waited && code === 'not_found') return GONE
  return sentenceOf(error)
}
