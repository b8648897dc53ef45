import type { Plant } from '../world.ts'

export const blindBacklog: Plant = { mother: { seesBacklog: false } }
