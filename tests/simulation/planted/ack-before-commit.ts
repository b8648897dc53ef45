import type { Plant } from '../world.ts'

export const ackBeforeCommit: Plant = { disk: { answerEarly: true } }
