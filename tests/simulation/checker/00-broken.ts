import type { CreateCheck } from './check.ts'

/** No promise, but nothing may break without a fault. */
export const checkBroken: CreateCheck = (_model, report) => ({
  before(event) {
    if (event.type === 'broken') report(0, `${event.where}: ${event.message}`)
  },
})
