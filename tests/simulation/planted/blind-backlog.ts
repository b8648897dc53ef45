import type { PlantedBug } from '../world.ts'

export const blindBacklog: PlantedBug = { mother: { seesBacklog: false } }
