import type { Tables } from '../tables.ts'

/**
 * Work on both generations, before the one that was rebuilt replaces the present one. Bookmarks add theirs, so that a program
 * without loops carries none of their code.
 */
export const whileBothStored = new Set<(tables: Tables, present: number, built: number) => Promise<void>>()
