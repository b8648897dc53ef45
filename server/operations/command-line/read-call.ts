import { type Call, type Command, ROOST, UsageError } from './command.ts'
import { nearest } from './nearest.ts'

interface Usage {
  /** Typed as they are, before the values. */
  words: string[]
  values: string[]
  optional: number
  options: string[]
}

/** Reads the words after the command's name. @throws UsageError: one line that says what does not fit. */
export function readCall(command: Command, typed: readonly string[]): Call {
  const wrong = (says: string) => new UsageError(`roost ${command.name}: ${says} (${ROOST} ${command.name} --help)`)
  const usages = command.usages.map(readUsage)
  const options = typed.filter((it) => it.startsWith('-'))
  const args = typed.filter((it) => !it.startsWith('-'))

  const usage = usages.find(({ words }) => words.every((word, n) => args[n] === word))
  if (!usage) {
    const words = usages.map((it) => it.words[0] as string)
    throw wrong(args[0] ? unknown(args[0], words) : `say which: ${words.join(', ')}`)
  }
  for (const option of options) if (!usage.options.includes(option)) throw wrong(unknown(option, usage.options))

  const given = args.length - usage.words.length
  const missing = usage.values[given]
  if (given < usage.values.length - usage.optional) throw wrong(`${missing} is missing`)
  if (given > usage.values.length) throw wrong(`"${args[usage.words.length + usage.values.length]}" is too much`)
  return { args, options: new Set(options) }
}

/** Names a word that does not exist, and the nearest one that does. */
export function unknown(typed: string, known: readonly string[]): string {
  const meant = nearest(typed, known)
  return `"${typed}" is unknown${meant ? `, did you mean "${meant}"?` : ''}`
}

function readUsage(usage: string): Usage {
  const parts = usage.split(' ').filter(Boolean)
  const bare = parts.map((it) => it.replace(/[[\]]/g, ''))
  const isValue = (it: string) => /^[A-Z]/.test(it)
  return {
    words: bare.filter((it) => /^[a-z]/.test(it)),
    values: bare.filter(isValue),
    optional: parts.filter((it) => it.startsWith('[') && isValue(it.slice(1))).length,
    options: bare.filter((it) => it.startsWith('--')),
  }
}
