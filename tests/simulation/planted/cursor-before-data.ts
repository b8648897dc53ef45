import type { Plant } from '../world.ts'

export const cursorBeforeData: Plant = { disk: { cursorFirst: true } }
