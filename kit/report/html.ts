import type { Verdict } from '../judge/verdict.ts'
import { escapeText } from './markup.ts'
import { countsOf } from './table.ts'

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
  h2 { margin-top: 2rem; font-size: 1.1rem }
  table { border-collapse: collapse; width: 100% }
  td { border-top: 1px solid #ddd; padding: .4rem .6rem; vertical-align: top }
  td:first-child { width: 5rem; font-weight: 600 }
  code { font-size: .85em; color: #666; overflow-wrap: anywhere }
  .failed td:first-child { color: #b00020 } .passed td:first-child { color: #146c2e } .skipped { color: #666 }
  .reason { margin: .2rem 0 0; overflow-wrap: anywhere } .failed .reason { color: #b00020 }
  @media (prefers-color-scheme: dark) {
    body { color: #ddd; background: #161616 } td { border-color: #333 } code, .skipped { color: #999 }
    .failed td:first-child, .failed .reason { color: #ff8a80 } .passed td:first-child { color: #81c995 }
  }`

/** A page for people, without scripts: what was tested, promise by promise, and why something failed. */
export function toHtml(title: string, verdicts: readonly Verdict[], at: Date): string {
  const groups = Map.groupBy(verdicts, ({ id }) => id.split('.')[0] ?? '')
  const parts = [...groups].map(
    ([group, all]) => `<h2>${escapeText(titleOf(group))}</h2>\n<table>\n${all.map(rowOf).join('\n')}\n</table>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeText(title)}</title>
<style>${style}
</style>
<h1>${escapeText(title)}</h1>
<p>${escapeText(countsOf(verdicts))}. ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.</p>
${parts.join('\n')}
</html>
`
}

const titleOf = (group: string) => group.replace(/^P(\d+)$/, 'Promise $1')

function rowOf({ id, level, says, outcome, reason }: Verdict): string {
  const why = reason === undefined ? '' : `<p class="reason">${escapeText(reason)}</p>`
  const text = `${escapeText(says)} <code>${level} ${escapeText(id)}</code>${why}`
  return `<tr class="${outcome}"><td>${outcome}</td><td>${text}</td></tr>`
}
