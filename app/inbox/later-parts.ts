import { later } from '../ui/later.tsx'

export const CatchUpWire = later(() => import('../connection/catch-up-wire.tsx'))
export const PinsRow = later(() => import('../navigation/pins-row.tsx'))
