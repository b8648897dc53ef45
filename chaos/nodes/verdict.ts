import type { Event, LogChange } from '../../simulate/history/event.ts'
import { judge } from '../judge.ts'
import { withCommits } from './committed.ts'

/** What did not hold, by what was seen and what the database held, as `withCommits` takes it. */
export const judgeNodes = (events: readonly Event[], logs: readonly LogChange[]) => judge(withCommits(events, logs))
