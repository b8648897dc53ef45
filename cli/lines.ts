import type { ReceivedMessage } from '../lib/client/types.ts'

/** No terminal may take a message for commands: it shows control characters as escapes, except tabs and line ends. */
export const harmless = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n]/gu, (it) => `\\x${it.charCodeAt(0).toString(16).padStart(2, '0')}`)

export type LineMessage = Pick<ReceivedMessage, 'content' | 'fromName' | 'from' | 'storedAt'>

/** A message as a person reads it, with further lines indented. */
export function lineOf({ content, fromName, from, storedAt }: LineMessage): string {
  const sender = harmless(fromName || from.slice(0, 8))
  const text = harmless(content).split('\n').join('\n    ')
  return process.stdout.isTTY ? `${timeOf(storedAt)}  ${sender}: ${text}` : `${sender}: ${text}`
}

function timeOf(ms: number): string {
  const at = new Date(ms)
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday ? at.toTimeString().slice(0, 5) : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

const two = (n: number) => String(n).padStart(2, '0')
