import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'

/** The manual page of the program, from the program itself, in roff. */
export function manPage(program: Command, version: string): string {
  const commands = program.commands.flatMap((it) => [
    `.SS "roost ${roff(it.name())} ${roff(it.usage().replace('[options] ', ''))}"`,
    `${sentence(it.description())}`,
    ...it.options.flatMap((option) => ['.TP', `.B ${roff(option.flags)}`, sentence(option.description)]),
  ])
  return `${[
    `.TH ROOST 1 "" "roost ${version}"`,
    '.SH NAME',
    `roost \\- ${roff("sends and receives the messages of a person's Roost")}`,
    '.SH SYNOPSIS',
    '.B roost',
    '.I command',
    '[options]',
    '.SH DESCRIPTION',
    `${sentence(program.description())}`,
    'Messages that cannot go out wait in the outbox of the device, also after a restart.',
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    ...Object.entries(exitCodes).flatMap(([code, means]) => ['.TP', `.B ${code}`, sentence(means)]),
    '.SH ENVIRONMENT',
    '.TP\n.B ROOST_DEVICE\nThe name or id of the device, as \\-\\-device.',
    '.TP\n.B ROOST_DIRECTORY\nWhere devices keep their data, as \\-\\-directory.',
    '.SH FILES',
    '.TP\n.I ~/.local/share/roost\\-devices\nThe devices of this user: credentials, messages, outbox.',
  ].join('\n')}\n`
}

const roff = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')

const sentence = (text: string) => `${roff(text.charAt(0).toUpperCase() + text.slice(1))}.`
