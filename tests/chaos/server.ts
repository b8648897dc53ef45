import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMother } from '../../e2e/fixtures/mother.ts'

/** The built server in a process of its own, with everything that its machine can do to it. */
export interface Server {
  readonly url: string
  readonly dataDir: string
  start(): Promise<void>
  stop(): Promise<unknown>
  kill(): Promise<void>
  /** It stands still and does not know; nobody else can tell either. */
  freeze(): void
  thaw(): void
  /** No file may grow beyond so many bytes; null: the disk has room again. */
  fillDisk(bytes: number | null): void
  end(removeData: boolean): Promise<void>
}

/** Whether this machine can take room from a process that runs. */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0

/** `publicUrl`: where its devices find it. */
export async function createServer(publicUrl: string): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'roost-chaos-'))
  const mother = await createMother({ BASE_URL: publicUrl, DATA_DIR: dataDir, SIGNUP: 'open', LOG_LEVEL: 'fatal' })
  const signal = (it: NodeJS.Signals) => {
    const pid = mother.pid()
    if (pid !== undefined) process.kill(pid, it)
  }
  const killWithUs = () => signal('SIGKILL')
  process.on('exit', killWithUs)

  return {
    url: mother.url,
    dataDir,
    start: mother.start,
    stop: mother.stop,
    kill: mother.kill,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    fillDisk(bytes) {
      const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`
      const { status, stderr } = spawnSync('prlimit', ['--pid', String(mother.pid()), limit], { encoding: 'utf8' })
      if (status !== 0) throw new Error(`prlimit: ${stderr}`)
    },
    async end(removeData) {
      await mother.dispose()
      process.off('exit', killWithUs)
      if (removeData) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
