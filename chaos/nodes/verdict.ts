import type { Event, LogChange } from '../../simulate/history/event.ts'
import { judge } from '../judge.ts'
import { withCommits } from './committed.ts'

/** What did not hold, by what was seen and what the database holds in the end. */
export const judgeNodes = (events: readonly Event[], log: LogChange) => judge(withCommits(events, log))
