import { check } from '../../simulation/checker.ts'
import type { Event, LogChange } from '../../simulation/history/event.ts'
import { judge } from '../judge.ts'
import { withCommits } from './committed.ts'

/** What did not hold, by what was seen and what the database held, as `withCommits` takes it. */
export const judgeNodes = (events: readonly Event[], logs: readonly LogChange[]) => judge(withCommits(events, logs))

/** All fourteen promises, where only devices were away, slow or removed: nobody has to wait for that. */
export const judgeAll = (events: readonly Event[], logs: readonly LogChange[]) => check(withCommits(events, logs))
