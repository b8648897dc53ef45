import type { Check } from '../../judge/run-checks.ts'
import type { Level } from '../../judge/verdict.ts'
import { openWorld, type TestedClient, type World, type WorldOptions } from '../world.ts'

export type Scenario = Check<TestedClient>

type Run = (world: World) => Promise<unknown>

const scenario =
  (level: Level) =>
  (id: string, says: string, run: Run, options: WorldOptions = {}): Scenario => ({
    ...{ id, level, says },
    async run(tested) {
      await using world = await openWorld(tested, options)
      await run(world)
    },
  })

/** Each scenario has a server and a client of its own. */
export const must = scenario('MUST')
export const should = scenario('SHOULD')
