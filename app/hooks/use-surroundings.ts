import { useSyncExternalStore } from 'react'
import { surroundings, watchSurroundings } from '../words/time/surroundings.ts'

/** Draws the caller again when the machine's language, time zone or clock changes. Answers their name. */
export const useSurroundings = (): string => useSyncExternalStore(watchSurroundings, surroundings, () => '')
