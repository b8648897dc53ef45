import { randomUUID } from 'node:crypto'
import { Skipped, short } from '../judge/demand.ts'
import { createDevice, type Device } from './device.ts'
import { type Answer, createHttp, type Http } from './http.ts'

/** An account that exists. Without one the kit makes its own. */
export interface SignIn {
  email: string
  password: string
}

export interface ServerOptions {
  /** Accounts for a server that lets nobody sign up: the second one is the stranger of promise 11. */
  accounts?: readonly SignIn[]
  /** Kills the server hard and resolves when it answers again. Without it the check of a kill is skipped. */
  restart?: () => Promise<void>
  /** Lets retention remove everything that is stored, and resolves when it has. Without it promise 14 is skipped. */
  expire?: () => Promise<void>
}

/** The server that is tested, and the devices that the kit has there. */
export interface TestedServer {
  url: string
  http: Http
  about: { protocol: string; features: string[]; signup: string }
  /** Three devices of one account. */
  desk: Device
  phone: Device
  tablet: Device
  /** The session of that account, as a `Cookie` header. */
  cookie: string
  email: string
  /** A device of another account. @throws Skipped when there is none. */
  stranger(): Promise<Device>
  /** Makes another device of the account, for a check that removes it or needs it new. An account makes 20 in an hour. */
  newDevice(name: string, more?: object): Promise<Device>
  remove(device: Device): Promise<void>
  /** @throws Skipped when the server does not say that it has the feature. */
  needs(feature: string): void
  restart(): Promise<void>
  expire(): Promise<void>
  /** Removes what the kit has made: its own accounts, or its devices in an account that was given. */
  close(): Promise<void>
}

/** The server cannot be tested at all; the message says why. */
export class NotTestable extends Error {
  override name = 'NotTestable'
}

/** Signs up or in, and makes the devices. @throws NotTestable. */
export async function openServer(address: string, options: ServerOptions = {}): Promise<TestedServer> {
  const url = address.replace(/\/+$/, '')
  const http = createHttp(url)
  const about = await http('GET', '/v1/about').catch((error: Error) => {
    throw new NotTestable(
      `${url} does not answer: ${error.cause instanceof Error ? error.cause.message : error.message}`,
    )
  })
  if (about.json?.product !== 'roost')
    throw new NotTestable(`${url} is no Roost: GET /v1/about answers ${about.status}`)
  const [first, second] = options.accounts ?? []
  const account = await enter(http, first)
  const accounts = [account]
  const devices: Device[] = []
  const deviceOf = async (cookie: string, name: string, more = {}) => {
    const made = await http('POST', '/v1/devices', { cookie, json: { name, platform: 'roost-kit', ...more } })
    if (made.status !== 201) throw new NotTestable(`POST /v1/devices was answered with ${said(made)}`)
    const device = createDevice(url, http, made.json)
    devices.push(device)
    return device
  }
  async function meetStranger() {
    const other = await enter(http, second)
    accounts.push(other)
    return deviceOf(other.cookie, 'Kit: stranger')
  }
  const { cookie } = account
  let stranger: Promise<Device> | undefined
  return {
    ...{ url, http, cookie, email: account.email },
    about: { features: [], signup: 'closed', ...about.json },
    desk: await deviceOf(cookie, 'Kit: desk'),
    phone: await deviceOf(cookie, 'Kit: phone'),
    tablet: await deviceOf(cookie, 'Kit: tablet'),
    stranger() {
      if (first && !second) throw new Skipped('it needs a second account')
      stranger ??= meetStranger()
      return stranger
    },
    newDevice: (name, more) => deviceOf(cookie, `Kit: ${name}`, more),
    async remove({ deviceId }) {
      const answer = await http('DELETE', `/v1/devices/${deviceId}`, { cookie })
      if (answer.status !== 204) throw new Error(`DELETE /v1/devices/:deviceId was answered with ${said(answer)}`)
    },
    needs(feature) {
      if (!about.json.features?.includes(feature)) throw new Skipped(`the server has no feature "${feature}"`)
    },
    async restart() {
      if (!options.restart) throw new Skipped('it needs --restart')
      await options.restart()
    },
    async expire() {
      if (!options.expire) throw new Skipped('it needs --expire')
      await options.expire()
    },
    async close() {
      // Some of them are gone already, so nobody looks at the answers.
      for (const { deviceId, token } of devices) await http('DELETE', `/v1/devices/${deviceId}`, { token })
      for (const { cookie, password, isOwn } of accounts) {
        if (isOwn) await http('POST', '/api/auth/delete-user', { cookie, json: { password } })
      }
    },
  }
}

interface Entered extends SignIn {
  cookie: string
  /** The kit has made it. */
  isOwn: boolean
}

async function enter(http: Http, known: SignIn | undefined): Promise<Entered> {
  const email = known?.email ?? `kit-${randomUUID()}@example.test`
  const password = known?.password ?? randomUUID()
  const path = known ? '/api/auth/sign-in/email' : '/api/auth/sign-up/email'
  const answer = await http('POST', path, { json: { ...(known ? {} : { name: 'Kit' }), email, password } })
  if (answer.status !== 200) {
    const hint = known ? '' : '. Where sign-up is closed, name an account with --email'
    throw new NotTestable(`${known ? 'Sign-in' : 'Sign-up'} was answered with ${said(answer)}${hint}`)
  }
  const cookies = answer.headers.getSetCookie().map((it) => it.split(';')[0])
  return { cookie: cookies.join('; '), email, password, isOwn: !known }
}

const said = (answer: Answer) => `${answer.status} ${short(answer.json ?? answer.text)}`
