import { writeFileSync } from 'node:fs'
import type { Verdict } from '../judge/verdict.ts'
import { toHtml } from './html.ts'
import { toJUnit } from './junit.ts'

export interface ReportFiles {
  junit?: string
  html?: string
}

/** Writes the reports that were asked for. `title` names what was tested. */
export function writeReports({ junit, html }: ReportFiles, title: string, verdicts: readonly Verdict[]): void {
  if (junit !== undefined) writeFileSync(junit, toJUnit(title, verdicts))
  if (html !== undefined) writeFileSync(html, toHtml(title, verdicts, new Date()))
}
