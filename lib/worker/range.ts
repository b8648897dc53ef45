/**
 * The part of a file that a Range header asks for, from `from` to before `to`. Null: all of it, as for several ranges
 * and everything that is not understood. `outside`: no byte of it exists.
 */
export function rangeOf(header: string | null, size: number): { from: number; to: number } | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (first !== '' && last !== '' && Number(last) < from) return null
  return from < to ? { from, to } : 'outside'
}
