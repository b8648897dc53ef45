import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Caller } from '../../server/core/mother.ts'
import { makeDevices, sendMany } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import type { Place } from '../parts/place.ts'
import { startLoad } from '../parts/server.ts'
import { type Spent, spentByThis, spentIn } from '../parts/spent.ts'

export interface OneOfEach {
  what: string
  /** By unit, on an empty place. */
  measure(place: Place): Promise<Record<string, number>>
}

const SENDERS = 50
const MISSED = 100
const PUSHED = 9

/** `scale`: 1 for figures, less to see that it runs. */
export function oneOfEach(scale: number): OneOfEach[] {
  const [devices, messages, idleMs] = [Math.round(5_000 * scale), Math.round(50_000 * scale), 60_000 * scale]
  return [
    { what: `a send, ${SENDERS} senders, 64 in flight each`, measure: (place) => send(place, messages, 64) },
    { what: `a send, ${SENDERS} senders, one after the other`, measure: (place) => send(place, messages / 5, 1) },
    { what: 'a push to one more live device', measure: (place) => push(place, messages / 10) },
    { what: 'an ack', measure: (place) => acknowledge(place, devices) },
    { what: `a device that comes back, ${MISSED} messages behind`, measure: (place) => comeBack(place, devices) },
    { what: 'a pull that finds nothing', measure: (place) => pull(place, messages) },
    { what: 'that a device was seen, written', measure: (place) => touch(place, devices) },
    { what: 'an idle device', measure: (place) => idle(place, devices, idleMs) },
  ]
}

/** µs for each of so many, by whose. */
const each = (spent: Spent, count: number) =>
  Object.fromEntries(Object.entries(spent).map(([name, seconds]) => [`µs of ${name}`, (seconds * 1e6) / count]))

async function send(place: Place, messages: number, inFlight: number) {
  const tokens = await filled(place, async (mother) => {
    const made = await Promise.all(Array.from({ length: SENDERS }, (_, n) => makeDevices(mother, `${ours} ${n}`, 1)))
    return made.flat().map((it) => it.token)
  })
  const before = await bytes(place)
  let spent: Spent = {}
  let ms = 0
  {
    await using server = await place.startServer()
    await using load = startLoad('senders')
    await load.call('open', { port: server.port, tokens })
    await load.call('run', { messages: messages / 5, inFlight })
    spent = await spentIn(place, [server], async () => {
      ms = await load.call<number>('run', { messages, inFlight })
    })
  }
  // It has stopped, and what it wrote ahead was written back.
  const stored = ((await bytes(place)) - before) / (messages * 1.2)
  return { ...each(spent, messages), 'a second': (messages / ms) * 1_000, 'bytes stored': stored }
}

async function push(place: Place, messages: number) {
  const cost = async (user: string, devices: number) => {
    const tokens = await filled(place, async (mother) =>
      (await makeDevices(mother, `${ours} ${user}`, devices)).map((it) => it.token),
    )
    await using server = await place.startServer()
    await using load = startLoad('fan-out')
    await load.call('open', { port: server.port, tokens })
    await load.call('run', { messages: messages / 5 })
    return each(await spentIn(place, [server], () => load.call('run', { messages })), messages * PUSHED)
  }
  const [few, many] = [await cost('few', 2), await cost('many', 2 + PUSHED)]
  return Object.fromEntries(Object.entries(many).map(([name, it]) => [name, it - (few[name] ?? 0)]))
}

async function acknowledge(place: Place, devices: number) {
  const mother = await place.openMother()
  const made = await makeDevices(mother, `${ours} readers`, devices)
  const [sender] = made
  if (sender) await sendMany(mother, sender, 1)
  const { head: version, digest } = await mother.hello(sender as Caller)
  const spent = await spentByThis(place, async () => {
    for (const caller of made) await mother.acknowledge(caller, { version, digest })
  })
  await mother.close()
  return each(spent, devices)
}

async function comeBack(place: Place, devices: number) {
  const tokens = await filled(place, (mother) => manyUsers(mother, devices, MISSED, ours))
  await using server = await place.startServer()
  await using load = startLoad('storm')
  const storm = { port: server.port, tokens, missed: MISSED, withinMs: devices }
  return each(await spentIn(place, [server], () => load.call('comeBack', storm)), tokens.length)
}

async function pull(place: Place, messages: number) {
  const tokens = await filled(place, (mother) => manyUsers(mother, SENDERS, 0, ours))
  await using server = await place.startServer()
  await using load = startLoad('pulls')
  await load.call('open', { port: server.port, tokens })
  const times = messages / SENDERS
  await load.call('run', { times: times / 5 })
  return each(await spentIn(place, [server], () => load.call('run', { times })), messages)
}

async function touch(place: Place, devices: number) {
  const mother = await place.openMother()
  const made = await makeDevices(mother, `${ours} many`, devices)
  const spent = await spentByThis(place, async () => {
    for (const caller of made) await mother.deviceOnline(caller, false)
  })
  await mother.close()
  return each(spent, devices)
}

async function idle(place: Place, devices: number, forMs: number) {
  const tokens = await filled(place, (mother) => manyUsers(mother, devices, 0, ours))
  await using server = await place.startServer()
  await using load = startLoad('idle')
  const [memory, inRedis] = [await server.call<number>('memory'), await place.redisMemory()]
  await load.call('open', { port: server.port, tokens })
  const [grown, grownInRedis] = [(await server.call<number>('memory')) - memory, await place.redisMemory()]
  const spent = each(await spentIn(place, [server], () => pause(forMs)), tokens.length * (forMs / 1_000))
  return {
    'KiB of memory': grown / 1_024 / tokens.length,
    ...(inRedis !== undefined && { 'bytes in Redis': ((grownInRedis ?? 0) - inRedis) / tokens.length }),
    ...Object.fromEntries(Object.entries(spent).map(([name, it]) => [`${name} a second`, it])),
  }
}

/** Users whom no run before has left in Redis. */
const ours = `costs ${randomBytes(4).toString('hex')}`

async function filled<T>(
  place: Place,
  fill: (mother: Awaited<ReturnType<Place['openMother']>>) => Promise<T>,
): Promise<T> {
  const mother = await place.openMother()
  const made = await fill(mother)
  await mother.close()
  return made
}

const bytes = async (place: Place) => Object.values(await place.stored()).reduce((sum, it) => sum + it, 0)
