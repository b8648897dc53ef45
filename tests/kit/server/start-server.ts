import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../../../server/config/config.ts'
import { createLog } from '../../../server/core/ports/log.ts'
import type { PushSetting } from '../../../server/open-push.ts'
import { serve } from '../../../server/start.ts'
import { type Account, signUp } from '../clients/account.ts'
import { createHttpClient, type HttpClient } from '../clients/http-client.ts'
import { createTestDevice, type TestDevice } from '../clients/test-device.ts'

export interface TestServer {
  url: string
  port: number
  dataDir: string
  http: HttpClient
  signUp(email?: string): Promise<Account>
  /** A new device of this account. */
  device(account: Account, name?: string): Promise<TestDevice>
  /** Stops it and keeps its data. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * The real server in this process: every part of it, on a free port and a data directory of its own, without the pages.
 *
 *     await using server = await startServer()
 *     const account = await server.signUp()
 *     const laptop = await server.device(account)
 *     await laptop.send([{ content: 'hello' }])
 *     const live = await laptop.connect()
 *     expect(live.hello.head).toBe(1)
 */
export async function startServer(changes: Partial<Config> = {}, push: PushSetting = {}): Promise<TestServer> {
  const ownDir = changes.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'roost-')) : undefined
  const env = {
    PORT: '0',
    PAGES: 'off',
    SIGNUP: 'open',
    RATE_LIMIT: 'off',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  }
  const config = { ...readConfig(env), ...(ownDir === undefined ? {} : { dataDir: ownDir }), ...changes }
  const server = await serve(config, createLog(config.logLevel), undefined, push)
  const url = `http://127.0.0.1:${server.port}`
  const http = createHttpClient(url)
  const devices: TestDevice[] = []
  return {
    url,
    port: server.port,
    dataDir: config.dataDir,
    http,
    signUp: (email) => signUp(http, email),
    async device(account, name = 'a device') {
      const device = await createTestDevice(url, account, name)
      devices.push(device)
      return device
    },
    stop: server.stop,
    async [Symbol.asyncDispose]() {
      for (const device of devices) device.disconnectAll()
      await server.stop()
      if (ownDir !== undefined) rmSync(ownDir, { recursive: true, force: true })
    },
  }
}
