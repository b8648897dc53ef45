import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AckRequest } from '../../lib/protocol/batch.ts'
import type { Credentials } from '../../lib/protocol/device.ts'
import { limits } from '../../lib/protocol/limits.ts'
import type { Caller, Mother } from '../../server/core/mother.ts'
import { type CpuTime, cpuTimeIn, ownCpuTime } from '../parts/cpu-time.ts'
import { makeDevices, sendMany } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import { startLoad } from '../parts/server.ts'
import type { Setup } from '../parts/setup.ts'

export interface OperationCost {
  what: string
  /** By unit, on an empty setup. */
  measure(setup: Setup): Promise<Record<string, number>>
}

const SENDERS = 50
const MISSED = 100
const PUSHED = 9

/** `scale`: 1 for figures, less to see that it runs. */
export function operationCosts(scale: number): OperationCost[] {
  const [devices, messages, idleMs] = [Math.round(5_000 * scale), Math.round(50_000 * scale), 60_000 * scale]
  return [
    { what: `a send, ${SENDERS} senders, 64 in flight each`, measure: (setup) => send(setup, messages, 64) },
    { what: `a send, ${SENDERS} senders, one after the other`, measure: (setup) => send(setup, messages / 5, 1) },
    { what: 'a push to one more live device', measure: (setup) => push(setup, messages / 10) },
    { what: 'an ack', measure: (setup) => acknowledge(setup, devices) },
    { what: `a device that comes back, ${MISSED} messages behind`, measure: (setup) => comeBack(setup, devices) },
    { what: 'a pull that finds nothing', measure: (setup) => pull(setup, messages) },
    { what: 'that a device was seen, written', measure: (setup) => touch(setup, devices) },
    { what: 'an idle device', measure: (setup) => idle(setup, devices, idleMs) },
  ]
}

/** µs for each of so many, by whose. */
const each = (cpuTime: CpuTime, count: number) =>
  Object.fromEntries(Object.entries(cpuTime).map(([name, seconds]) => [`µs of ${name}`, (seconds * 1e6) / count]))

async function send(setup: Setup, messages: number, inFlight: number) {
  const tokens = await filled(setup, async (mother) => {
    const made = await Promise.all(Array.from({ length: SENDERS }, (_, n) => makeDevices(mother, `${ours} ${n}`, 1)))
    return made.flat().map((it) => it.token)
  })
  const before = await bytes(setup)
  let cpuTime: CpuTime = {}
  let ms = 0
  {
    await using server = await setup.startServer()
    await using load = startLoad('senders')
    await load.call('open', { port: server.port, tokens })
    await load.call('run', { messages: messages / 5, inFlight })
    cpuTime = await cpuTimeIn(setup, [server], async () => {
      ms = await load.call<number>('run', { messages, inFlight })
    })
  }
  // It has stopped, and what it wrote ahead was written back.
  const stored = ((await bytes(setup)) - before) / (messages * 1.2)
  return { ...each(cpuTime, messages), 'a second': (messages / ms) * 1_000, 'bytes stored': stored }
}

async function push(setup: Setup, messages: number) {
  const cost = async (user: string, devices: number) => {
    const tokens = await filled(setup, async (mother) =>
      (await makeDevices(mother, `${ours} ${user}`, devices)).map((it) => it.token),
    )
    await using server = await setup.startServer()
    await using load = startLoad('fan-out')
    await load.call('open', { port: server.port, tokens })
    await load.call('run', { messages: messages / 5 })
    return each(await cpuTimeIn(setup, [server], () => load.call('run', { messages })), messages * PUSHED)
  }
  const [few, many] = [await cost('few', 2), await cost('many', 2 + PUSHED)]
  return Object.fromEntries(Object.entries(many).map(([name, it]) => [name, it - (few[name] ?? 0)]))
}

/** So many devices, in accounts with as many as one may have. */
function fullAccounts(mother: Mother, name: string, devices: number): Promise<Credentials[][]> {
  const counts = Array.from({ length: Math.ceil(devices / limits.devices) }, (_, n) =>
    Math.min(limits.devices, devices - n * limits.devices),
  )
  return Promise.all(counts.map((count, n) => makeDevices(mother, `${name} ${n}`, count)))
}

async function acknowledge(setup: Setup, devices: number) {
  const mother = await setup.openMother()
  const acks: { caller: Caller; ack: AckRequest }[] = []
  for (const made of await fullAccounts(mother, `${ours} readers`, devices)) {
    const [sender] = made
    if (sender) await sendMany(mother, sender, 1)
    const { head: version, digest } = await mother.hello(sender as Caller)
    acks.push(...made.map((caller) => ({ caller, ack: { version, digest } })))
  }
  const cpuTime = await ownCpuTime(setup, async () => {
    for (const { caller, ack } of acks) await mother.acknowledge(caller, ack)
  })
  await mother.close()
  return each(cpuTime, devices)
}

async function comeBack(setup: Setup, devices: number) {
  const tokens = await filled(setup, (mother) => manyUsers(mother, devices, MISSED, ours))
  await using server = await setup.startServer()
  await using load = startLoad('storm')
  const storm = { port: server.port, tokens, missed: MISSED, withinMs: devices }
  return each(await cpuTimeIn(setup, [server], () => load.call('comeBack', storm)), tokens.length)
}

async function pull(setup: Setup, messages: number) {
  const tokens = await filled(setup, (mother) => manyUsers(mother, SENDERS, 0, ours))
  await using server = await setup.startServer()
  await using load = startLoad('pulls')
  await load.call('open', { port: server.port, tokens })
  const times = messages / SENDERS
  await load.call('run', { times: times / 5 })
  return each(await cpuTimeIn(setup, [server], () => load.call('run', { times })), messages)
}

async function touch(setup: Setup, devices: number) {
  const mother = await setup.openMother()
  const made = await fullAccounts(mother, `${ours} many`, devices)
  const cpuTime = await ownCpuTime(setup, async () => {
    for (const caller of made.flat()) await mother.deviceOnline(caller, false)
  })
  await mother.close()
  return each(cpuTime, devices)
}

async function idle(setup: Setup, devices: number, forMs: number) {
  const tokens = await filled(setup, (mother) => manyUsers(mother, devices, 0, ours))
  await using server = await setup.startServer()
  await using load = startLoad('idle')
  const [memory, inRedis] = [await server.call<number>('memory'), await setup.redisMemory()]
  await load.call('open', { port: server.port, tokens })
  const [grown, grownInRedis] = [(await server.call<number>('memory')) - memory, await setup.redisMemory()]
  const cpuTime = each(await cpuTimeIn(setup, [server], () => pause(forMs)), tokens.length * (forMs / 1_000))
  return {
    'KiB of memory': grown / 1_024 / tokens.length,
    ...(inRedis !== undefined && { 'bytes in Redis': ((grownInRedis ?? 0) - inRedis) / tokens.length }),
    ...Object.fromEntries(Object.entries(cpuTime).map(([name, it]) => [`${name} a second`, it])),
  }
}

/** Users whom no run before has left in Redis. */
const ours = `costs ${randomBytes(4).toString('hex')}`

async function filled<T>(
  setup: Setup,
  fill: (mother: Awaited<ReturnType<Setup['openMother']>>) => Promise<T>,
): Promise<T> {
  const mother = await setup.openMother()
  const made = await fill(mother)
  await mother.close()
  return made
}

const bytes = async (setup: Setup) => Object.values(await setup.stored()).reduce((sum, it) => sum + it, 0)
