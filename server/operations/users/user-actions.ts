import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { User } from '../../core/ports/auth.ts'
import { ROOST } from '../command-line/command.ts'
import { type RemoveUserDeps, removeUser } from './remove-user.ts'

/** Without letters that look alike: an operator may read the password out over a telephone. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const PASSWORD_LENGTH = 20

export async function listUsers({ users, mother }: RemoveUserDeps): Promise<void> {
  const all = await users.list()
  if (all.length === 0) return console.log('There is no account.')
  for (const { email, userId, createdAt } of all) {
    const { devices } = await mother.listDevices(userId)
    const seen = devices.length > 0 ? `, last seen ${day(Math.max(...devices.map((it) => it.lastSeen)))}` : ''
    const many = devices.length === 1 ? '1 device' : `${devices.length} devices`
    console.log(`${email}  since ${day(createdAt)}, ${many}${seen}`)
  }
}

export async function resetPassword(deps: RemoveUserDeps, email: string, fromStdin: boolean): Promise<void> {
  const user = await find(deps, email)
  const password = fromStdin ? await firstLine() : generated()
  await deps.users.resetPassword(user.userId, password)
  console.log(fromStdin ? `${user.email} has the new password.` : `The new password of ${user.email}: ${password}`)
  console.log('All sign-ins have ended. Devices stay: remove lost ones from the list of devices.')
}

export async function deleteUser(deps: RemoveUserDeps, email: string): Promise<void> {
  const user = await find(deps, email)
  const { devices, messages } = await removeUser(deps, user.userId)
  console.log(
    `${user.email} is deleted, with ${messages} messages. Devices that are told to wipe what they hold: ${devices}.`,
  )
}

async function find({ users }: RemoveUserDeps, email: string): Promise<User> {
  const user = await users.find(email)
  if (!user) throw new Error(`There is no account ${email}. ${ROOST} user list`)
  return user
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  throw new Error('There is no password on the standard input')
}

function generated(): string {
  const letters = Array.from({ length: PASSWORD_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return letters.replace(/.{5}(?=.)/g, '$&-')
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
