import { builtSizes } from '../browser/sizes.ts'
import type { Line, Row } from '../row.ts'

const line: Pick<Line, 'unit' | 'better' | 'side' | 'target'> = { unit: 'kB', better: 'less', side: 'roost', target: 1 }

export const size: Row = {
  id: 'size',
  work: 'what a browser loads, after gzip',
  lines: [
    { ...line, what: 'JavaScript of the first load', figure: 'firstLoad', against: 170 },
    { ...line, what: 'the service worker', figure: 'worker', against: 25 },
  ],
  open: async () => ({ sides: { roost: async () => builtSizes() }, async [Symbol.asyncDispose]() {} }),
}
