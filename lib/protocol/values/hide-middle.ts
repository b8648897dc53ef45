/** "robin@example.test" → "r…n@example.test": its owner recognises it, and a stranger cannot write to it. */
export function hideMiddle(email: string): string {
  const at = email.lastIndexOf('@')
  const local = [...email.slice(0, Math.max(at, 0))]
  const end = local.length > 3 ? local.at(-1) : ''
  return `${local[0] ?? ''}…${end}${at < 0 ? '' : email.slice(at)}`
}
