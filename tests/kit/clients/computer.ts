import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Program, startProgram } from '../process/program.ts'
import { createHttpClient } from './http-client.ts'

/** A computer of its own with the `roost` command, which is a device of the account. */
export interface Computer {
  /** The name of its device. */
  name: string
  /** Where its devices keep their data. */
  directory: string
  /** Runs the command until it ends. */
  roost(...args: string[]): Promise<Ended>
  /** The same with this standard input. */
  piped(input: string, ...args: string[]): Promise<Ended>
  /** Starts a command that runs on. End it. */
  start(...args: string[]): Program
}

export interface Ended {
  status: number
  stdout: string
  stderr: string
}

export interface ComputerOptions {
  /** The server's address. */
  url: string
  /** A device of the account, which invites this one. */
  inviter: { token: string }
  /** An empty folder. */
  home: string
  name: string
  /** The program and its first arguments; the command of this checkout by default. */
  command?: readonly [string, ...string[]]
}

const ofCheckout = [process.execPath, '--disable-warning=ExperimentalWarning', 'cli/main.ts'] as const

/** Pairs a new computer. @throws with what the command said */
export async function newComputer({
  url,
  inviter,
  home,
  name,
  command = ofCheckout,
}: ComputerOptions): Promise<Computer> {
  const [file, ...first] = command
  const env = {
    NODE_ENV: 'production',
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    XDG_DATA_HOME: home,
  } as const
  const it: Computer = {
    name,
    directory: join(home, 'roost-devices'),
    roost: (...args) => it.piped('', ...args),
    async piped(input, ...args) {
      const child = spawn(file, [...first, ...args], { env })
      child.stdin.end(input)
      const [stdout, stderr, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ])
      return { status: status as number, stdout, stderr }
    },
    start: (...args) => startProgram(file, [...first, ...args], { env }),
  }
  const pairing = await createHttpClient(url)('POST', '/v1/pairings', { token: inviter.token, json: {} })
  const { status, stderr } = await it.roost('pair', `${url}/pair#${pairing.json.code}`, '--name', name)
  if (status !== 0) throw new Error(stderr)
  return it
}
