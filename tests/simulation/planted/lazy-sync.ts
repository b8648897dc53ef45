import type { Plant } from '../world.ts'

export const lazySync: Plant = { mother: { opened: (db) => db.exec('PRAGMA synchronous = OFF') } }
