import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Reply, Request } from './jobs.ts'
import { TransferError } from './transfer-error.ts'

export interface Transfer {
  /** Carries out one request. @throws TransferError */
  ask<Is extends Reply['is']>(request: Request, is: Is, progress?: Progress): Promise<ReplyOf<Is>>
  /** Stops at once, whatever it is doing. */
  end(): void
}

type ReplyOf<Is> = Extract<Reply, { is: Is }>

export type Progress = (done: number, total: number) => void

/** Transfers run in a worker, so that the page stays quick. Only a device in memory does it here: no worker can read it. */
export async function openTransfer(device: TabDevice): Promise<Transfer> {
  return device.getState().storage.state === 'memory' ? inPage(device) : inWorker()
}

function inWorker(): Transfer {
  const worker = new Worker(new URL('./transfer-worker.ts', import.meta.url), { type: 'module' })
  return {
    ask: (request, is, progress) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Reply>) => settle(data, is, { resolve, reject, progress })
        worker.onerror = () => reject(new TransferError('failed'))
        worker.postMessage(request)
      }),
    end: () => worker.terminate(),
  }
}

async function inPage(device: TabDevice): Promise<Transfer> {
  const { createWork } = await import('./work.ts')
  const { count, history } = device.held
  const held = { count, history, onlyHere: async () => [], outbox: device.unsent, close() {} }
  let ended = false
  const work = createWork(
    async () => held,
    async () => {
      await new Promise((resolve) => setTimeout(resolve))
      if (ended) throw new TransferError('failed')
    },
  )
  return {
    ask: (request, is, progress) =>
      new Promise((resolve, reject) => {
        void work.carryOut(request, (reply) => settle(reply, is, { resolve, reject, progress }))
      }),
    end() {
      ended = true
    },
  }
}

interface Waiting<R> {
  resolve: (reply: R) => void
  reject: (error: Error) => void
  progress: Progress | undefined
}

function settle<Is extends Reply['is']>(reply: Reply, is: Is, waiting: Waiting<ReplyOf<Is>>): void {
  if (reply.is === 'progress') waiting.progress?.(reply.done, reply.total)
  else if (reply.is === 'failed') waiting.reject(new TransferError(reply.code, reply.line))
  else if (reply.is === is) waiting.resolve(reply as ReplyOf<Is>)
}
