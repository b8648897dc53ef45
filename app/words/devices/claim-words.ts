import { problems as english } from '../en/general/problems.ts'
import { subject } from '../language/catalog.ts'
import { sentenceOf } from '../sentence.ts'

const say = subject('problems', english)

/** Why this device did not get in. `waited`: the code was right, and the other device was asked. */
export function claimWords(error: unknown, waited: boolean): string {
  const code = (error as { code?: unknown } | null)?.code
  if (waited && code === 'forbidden') return say.turnedAway
  if (waited && code === 'not_found') return say.codeGone
  return sentenceOf(error)
}
