import { setTimeout } from 'node:timers/promises'
import { type App, openApp } from '../browser/app.ts'
import { fallAsleep, wakeUp } from '../browser/asleep.ts'
import { type Busy, typeDuring } from '../browser/page-busy.ts'
import type { Figures, Line, Row, Size } from '../row.ts'

const MISSED: Record<Size, number> = { tiny: 500, full: 50_000, huge: 50_000 }
const IDLE_MS = 1_500

const longestTask: Omit<Line, 'what' | 'side'> = { figure: 'task', unit: 'ms', better: 'less', against: 50, target: 1 }

export const typing: Row = {
  id: 'typing',
  work: 'typing in the composer while 50,000 missed messages come in; beside it, typing in a page with nothing to do',
  lines: [
    { ...longestTask, what: 'longest task of the page meanwhile', side: 'catching up' },
    { ...longestTask, what: 'longest task of an idle page', side: 'idle' },
    { ...longestTask, what: 'longest wait for a frame meanwhile', side: 'catching up', figure: 'gap', against: 100 },
  ],
  async open(size) {
    const app = await openApp()
    return {
      sides: {
        'catching up': () => busy(app, MISSED[size], true),
        idle: () => busy(app, 1, false),
      },
      [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    }
  },
}

async function busy(app: App, missed: number, typeAsItComes: boolean): Promise<Figures> {
  await using asleep = await fallAsleep(app, missed)
  const { phone } = asleep
  const wake = () => wakeUp(phone, missed)
  if (!typeAsItComes) await wake()
  return figures(await typeDuring(app.browser, phone.page, typeAsItComes ? wake : () => setTimeout(IDLE_MS)))
}

const figures = ({ longestTask, longestGap }: Busy): Figures => ({ task: longestTask, gap: longestGap })
