import { readFileSync } from 'node:fs'
import type { Frozen } from './thaw.ts'

/**
 * The frozen copies, oldest first. An old version of the app wrote each one, always with the same story: versions 1 to
 * 72; a restored server lost 61 to 72 and gave the numbers to other messages; then an edit, a delete and two posts, up
 * to 84; in the outbox one sent, one refused, one waiting. Never write them again: the next shape gets a copy of its
 * own.
 */
export const frozen: readonly Frozen[] = [1, 2, 3].map((version) =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, import.meta.url), 'utf8')),
)
