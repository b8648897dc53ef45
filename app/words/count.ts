import { locale, perSurroundings } from './time/surroundings.ts'

const count = perSurroundings(() => new Intl.NumberFormat(locale()))

/** 12000 → "12,000". */
export const formatCount = (value: number): string => count().format(value)
