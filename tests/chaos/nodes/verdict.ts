import { check } from '../../simulation/checker.ts'
import type { Event, LogChange } from '../../simulation/history/event.ts'
import { judge } from '../judge.ts'
import { withCommits } from './committed.ts'

/** Judges the promises that show from outside, by the events and the logs. */
export const judgeNodes = (events: readonly Event[], logs: readonly LogChange[]) => judge(withCommits(events, logs))

/** Judges all fourteen promises: with only devices away, slow or removed, no send has to wait. */
export const judgeAll = (events: readonly Event[], logs: readonly LogChange[]) => check(withCommits(events, logs))
