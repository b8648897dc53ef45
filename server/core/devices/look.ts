import confusables from 'unhomoglyph'
import { lookOf } from '../../../lib/protocol/values/look-of.ts'

/**
 * How a name looks, by all of Unicode's confusables (https://www.unicode.org/reports/tr39/): "ꓧꓳꓟꓰ" is HOME. The table is too
 * large for browsers, so devices know a part of it, and get the look of a name if theirs would be another one.
 */
export function lookForDevices(name: string): { look?: string } {
  const own = lookOf(name)
  const look = lookOf(confusables(own.normalize('NFD')))
  return look === own ? {} : { look }
}
