import type { CreateCheck } from './check.ts'

/** 12. A revoked device can do nothing more from the moment the revocation is answered; nor can a code that it offered. */
export const checkRevoked: CreateCheck = (model, report) => {
  const late = new Set<number>()
  const offeredBy = new Map<string, string>()

  return {
    before(event) {
      if (event.type === 'call') {
        if (event.device && model.isRevoked(event.device)) late.add(event.id)
        if (event.method === 'claimPairing') {
          const offerer = offeredBy.get(String((event.payload as { code?: unknown } | null)?.code))
          if (offerer && model.isRevoked(offerer)) late.add(event.id)
        }
      }
      if (event.type === 'answer' && event.ok) {
        const call = model.call(event.id)
        if (call && late.has(event.id))
          report(12, `${call.method} of ${call.device ?? 'a code'} was answered after the revocation`)
        if (call?.method === 'offerPairing' && call.device) {
          offeredBy.set((event.result as { code: string }).code, call.device)
        }
      }
      if (event.type === 'emitted' && event.event !== 'revoked') {
        const to = model.connection(event.connection)
        if (to && model.isRevoked(to.device))
          report(12, `a ${event.event} was pushed to ${to.device}, which is revoked`)
      }
    },
  }
}
