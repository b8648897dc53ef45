import type { Command } from 'commander'
import { UsageError } from '../exit-codes.ts'
import { print } from '../say.ts'

interface Word {
  name: string
  about: string
  options: readonly { long: string; about: string; takesValue: boolean }[]
}

/** The commands of the program and their options, from the program itself. */
function wordsOf(program: Command): Word[] {
  return program.commands.map((it) => ({
    ...{ name: it.name(), about: it.description() },
    options: it.options.flatMap(({ long, description, required }) =>
      long ? [{ long, about: description, takesValue: required }] : [],
    ),
  }))
}

export async function printCompletion(program: Command, shell: string): Promise<void> {
  const make = { bash, zsh, fish }[shell]
  if (!make) throw new UsageError(`There is a completion for bash, zsh and fish, not for "${shell}".`)
  await print(make(wordsOf(program)))
}

/** The shell completes the names of devices. */
const namesDevice = (long: string) => long === '--to' || long === '--from'

const namesOf = (words: readonly Word[]) => words.map((it) => it.name).join(' ')

function bash(words: readonly Word[]): string {
  return `# Completion of roost for bash.
_roost() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} options=
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${namesOf(words)} --help --version' -- "$word"))
    return
  fi
  case $before in
    --to|--from) local IFS=$'\\n'; COMPREPLY=($(compgen -W "$(roost devices --names 2>/dev/null)" -- "$word")); return ;;
    --out|--dead-letter|--secret-file|--directory) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  case \${COMP_WORDS[1]} in
${words.map((it) => `    ${it.name}) options='${it.options.map((option) => option.long).join(' ')} --help' ;;`).join('\n')}
  esac
  if [[ \${COMP_WORDS[1]} == completion ]]; then options='bash zsh fish'; fi
  if [[ \${COMP_WORDS[1]} == each && $word != -* ]]; then COMPREPLY=($(compgen -c -- "$word")); return; fi
  COMPREPLY=($(compgen -W "$options" -- "$word"))
}
complete -F _roost roost`
}

const quoted = (text: string) => text.replaceAll("'", "'\\''")

function zsh(words: readonly Word[]): string {
  const escaped = (text: string) => quoted(text).replace(/[[\]:]/g, '\\$&')
  const options = (it: Word) =>
    it.options.map((option) => {
      const value = namesDevice(option.long) ? ':device:_roost_devices' : option.takesValue ? ':value:_files' : ''
      return `'${option.long}[${escaped(option.about)}]${value}'`
    })
  return `#compdef roost
# Completion of roost for zsh.
_roost_devices() { local -a names; names=(\${(f)"$(roost devices --names 2>/dev/null)"}); compadd -a names }
_roost() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${words.map((it) => `      '${it.name}:${escaped(it.about)}'`).join('\n')}
    )
    _describe command commands
    return
  fi
  case $words[2] in
${words.map((it) => `    ${it.name}) _arguments ${[...options(it), "'*:word:_files'"].join(' ')} ;;`).join('\n')}
  esac
}
compdef _roost roost`
}

function fish(words: readonly Word[]): string {
  const lines = words.flatMap((it) => [
    `complete -c roost -n __fish_use_subcommand -f -a ${it.name} -d '${quoted(it.about)}'`,
    ...it.options.map((option) => {
      const value = namesDevice(option.long)
        ? " -x -a '(roost devices --names 2>/dev/null)'"
        : option.takesValue
          ? ' -r'
          : ''
      return `complete -c roost -n '__fish_seen_subcommand_from ${it.name}' -l ${option.long.slice(2)} -d '${quoted(option.about)}'${value}`
    }),
  ])
  return ['# Completion of roost for fish.', ...lines].join('\n')
}
