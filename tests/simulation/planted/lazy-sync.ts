import type { PlantedBug } from '../world.ts'

export const lazySync: PlantedBug = { mother: { opened: (db) => db.exec('PRAGMA synchronous = OFF') } }
