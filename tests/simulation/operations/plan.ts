import type { Random } from '../../kit/random.ts'
import { attacks } from './attacks.ts'
import { deviceFaults } from './device-faults.ts'
import type { Kind, Operation } from './operation.ts'
import { serverFaults } from './server-faults.ts'
import { userActions } from './user-actions.ts'

export const kinds: Record<string, Kind> = { ...userActions, ...deviceFaults, ...serverFaults, ...attacks }

/** Plans `steps` operations: some in quick succession, some after a long silence. */
export function planOperations(random: Random, steps: number): Operation[] {
  const names = Object.keys(kinds)
  const bag = names.flatMap((name) => Array.from({ length: (kinds[name] as Kind).weight }, () => name))
  let at = 1_000
  return Array.from({ length: steps }, (_, id) => {
    at += random.chance(0.1) ? random.int(30_000, 300_000) : random.int(0, 8_000)
    return { id, at, kind: random.pick(bag) }
  })
}
