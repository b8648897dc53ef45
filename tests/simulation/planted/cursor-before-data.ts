import type { PlantedBug } from '../world.ts'

export const cursorBeforeData: PlantedBug = { disk: { cursorFirst: true } }
