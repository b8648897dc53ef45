import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import { readConfig } from '../../config/config.ts'
import type { User } from '../../core/ports/auth.ts'
import { command } from '../command.ts'
import { type RemoveUserDeps, removeUser } from './remove-user.ts'
import { withUsers } from './with-users.ts'

const USAGE = `Usage: npm run user -- list
       npm run user -- reset-password EMAIL [--stdin]
       npm run user -- delete EMAIL`

/** No two characters that look alike: somebody reads it out over a telephone. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const LETTERS_IN_ALL = 20

const subcommands: Record<string, (deps: RemoveUserDeps, args: readonly string[]) => Promise<void>> = {
  list,
  'reset-password': resetPassword,
  delete: remove,
}

await command(async (dataDir, [name = '', ...args]) => {
  const run = subcommands[name]
  if (!run || args.length > 2) throw new Error(USAGE)
  await withUsers({ ...readConfig(process.env), dataDir }, (deps) => run(deps, args))
})

async function list({ users, mother }: RemoveUserDeps) {
  const all = await users.list()
  if (all.length === 0) return console.log('There is no account.')
  for (const { email, userId, createdAt } of all) {
    const { devices } = await mother.listDevices(userId)
    const seen = devices.length > 0 ? `, last seen ${day(Math.max(...devices.map((it) => it.lastSeen)))}` : ''
    const many = devices.length === 1 ? '1 device' : `${devices.length} devices`
    console.log(`${email}  since ${day(createdAt)}, ${many}${seen}`)
  }
}

async function resetPassword(deps: RemoveUserDeps, [email, option]: readonly string[]) {
  if (option !== undefined && option !== '--stdin') throw new Error(USAGE)
  const user = await find(deps, email)
  const password = option ? await firstLine() : generated()
  await deps.users.resetPassword(user.userId, password)
  console.log(option ? `${user.email} has the new password.` : `The new password of ${user.email}: ${password}`)
  console.log('All sign-ins have ended. Devices stay: remove lost ones from the list of devices.')
}

async function remove(deps: RemoveUserDeps, [email, option]: readonly string[]) {
  if (option !== undefined) throw new Error(USAGE)
  const user = await find(deps, email)
  const { devices, messages } = await removeUser(deps, user.userId)
  console.log(
    `${user.email} is deleted, with ${messages} messages. Devices that are told to wipe what they hold: ${devices}.`,
  )
}

async function find({ users }: RemoveUserDeps, email: string | undefined): Promise<User> {
  if (!email) throw new Error(USAGE)
  const user = await users.find(email)
  if (!user) throw new Error(`There is no account ${email}. npm run user -- list`)
  return user
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  throw new Error('There is no password on the standard input')
}

function generated(): string {
  const letters = Array.from({ length: LETTERS_IN_ALL }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return letters.replace(/.{5}(?=.)/g, '$&-')
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
