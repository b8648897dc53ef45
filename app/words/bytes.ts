import { byteLength } from './byte-length.ts'
import { locale, perSurroundings } from './time/surroundings.ts'

const bytes = perSurroundings(() => format({ unit: 'byte', unitDisplay: 'long' }))
const kilobytes = perSurroundings(() => format({ unit: 'kilobyte', maximumFractionDigits: 0 }))
const tenths = perSurroundings(() => format({ unit: 'kilobyte', minimumFractionDigits: 1, maximumFractionDigits: 1 }))

const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), { style: 'unit', ...options })

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** "812 bytes", "4.2 kB", "386 MB". */
export function formatSize(size: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), units.length - 1)
  const unit = units[step] ?? 'byte'
  if (unit === 'byte') return bytes().format(size)
  const value = size / 1_000 ** step
  return format({ unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}

/** The size of a text in UTF-8: "812 bytes", "4.2 kB", "31 kB". */
export function formatBytes(text: string): string {
  const size = byteLength(text)
  if (size < 1_000) return bytes().format(size)
  const kilo = size / 1_000
  return (kilo < 10 ? tenths() : kilobytes()).format(kilo)
}
