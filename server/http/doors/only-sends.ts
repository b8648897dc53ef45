import { RoostError } from '../../../lib/protocol/error.ts'

/** Answers every call of a door that is not for sending. @throws RoostError `not_found`. */
export function onlySends(): never {
  throw new RoostError('not_found', 'Roost takes messages here, and a device reads them: GET /v1/stream')
}
