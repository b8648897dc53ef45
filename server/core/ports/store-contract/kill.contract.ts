import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { type OpenStore, setUp, temporaryFolder } from './kit.ts'

/** `writer`: a module that runs writeForever on a store in the folder given as its argument. */
export function killContract(open: OpenStore, writer: string) {
  test.each([1, 40, 300])(
    'killed after %i acknowledged sends it still holds each of them, without a gap',
    async (enough) => {
      const folder = await temporaryFolder()
      await (await open(folder)).close()
      const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      const exited = once(child, 'exit')
      const acknowledged: { deviceId: string; version: number; messageId: string }[] = []
      for await (const line of createInterface(child.stdout)) {
        acknowledged.push(JSON.parse(line))
        if (acknowledged.length >= enough) child.kill('SIGKILL')
      }
      await exited
      expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

      const { store, pullAll } = await setUp(() => open(folder))
      const caller = { userId: 'ann', deviceId: acknowledged[0]?.deviceId ?? '' }
      const messages = await pullAll(caller)
      const { head } = await store.summary(caller)
      expect(messages.map((it) => it.version)).toEqual(Array.from({ length: head }, (_, n) => n + 1))
      for (const { version, messageId } of acknowledged) expect(messages[version - 1]?.messageId).toBe(messageId)
    },
  )
}
