import type { PlantedBug } from '../world.ts'

export const ackBeforeCommit: PlantedBug = { disk: { answerEarly: true } }
