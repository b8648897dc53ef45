import type { Random } from '../../kit/random.ts'
import type { World } from '../world.ts'

/** Runs an action of a user, an operator or an attacker, or a fault. It draws from a random stream of its own. */
export type Perform = (world: World, draw: Random) => void | Promise<void>

export interface Kind {
  /** How often it is chosen, against the others. */
  weight: number
  perform: Perform
}

export interface Operation {
  /** Names its stream: it does the same when others are left out. */
  id: number
  /** ms since the beginning. */
  at: number
  kind: string
}
