import { RoostError } from '../../protocol/error.ts'
import { BrowserError } from '../browser-error.ts'

/** The server answers `forbidden` to these calls when the sign-in is too old. */
export async function fresh<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw error instanceof RoostError && error.code === 'forbidden' ? new BrowserError('not_fresh') : error
  }
}
