import type { OutboxEntry } from '../../../lib/core/ports.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import type { Changes } from './changes.ts'
import { escapeHtml } from './escape-html.ts'
import type { ExportFacts } from './facts.ts'
import { pageStyle } from './page-style.ts'

interface ReadingPage {
  slices: AsyncIterable<readonly Message[]>
  changes: Changes
  onlyHere: readonly Message[]
  outbox: readonly OutboxEntry[]
}

/** The messages as a page to read: by day, without scripts, and with nothing from elsewhere. */
export async function* readingPage(
  facts: ExportFacts,
  { slices, changes, onlyHere, outbox }: ReadingPage,
): AsyncGenerator<string, void, undefined> {
  const { words } = facts
  const draw = createDrawing(facts)
  yield head(facts)
  let day = ''
  let any = false
  for await (const slice of slices) {
    let html = ''
    for (const post of slice) {
      if (post.kind !== 'post') continue
      const folded = changes.fold(post)
      const next = draw.day(post.timestamp)
      if (next !== day) html += `${day === '' ? '' : '</section>\n'}<section>\n<h2>${escapeHtml(next)}</h2>\n`
      day = next
      any = true
      html += draw.message({
        ...{ from: post.senderDeviceId, to: post.receiverDeviceId, at: post.timestamp },
        ...{ content: folded?.content ?? null, edited: folded?.edited ?? false },
      })
    }
    if (html !== '') yield html
  }
  yield day === '' ? '' : '</section>\n'
  if (!any && onlyHere.length + outbox.length === 0) yield `<p>${escapeHtml(words.empty)}</p>\n`
  const lost = onlyHere.filter((it) => it.kind === 'post')
  if (lost.length > 0) {
    yield `<section>\n<h2>${escapeHtml(words.onlyHere)}</h2>\n`
    for (const { senderDeviceId: from, receiverDeviceId: to, timestamp: at, content } of lost)
      yield draw.message({ from, to, at, content, edited: false })
    yield '</section>\n'
  }
  const unsent = outbox.filter((it) => (it.request.kind ?? 'post') === 'post')
  if (unsent.length > 0) {
    yield `<section>\n<h2>${escapeHtml(words.unsent)}</h2>\n`
    for (const { request, composedAt: at } of unsent)
      yield draw.message({
        from: facts.deviceId,
        to: request.receiverDeviceId,
        at,
        content: request.content,
        edited: false,
      })
    yield '</section>\n'
  }
  yield '</main>\n</body>\n</html>\n'
}

function head({ words, locale, direction }: ExportFacts): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(words.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.lead)}</p></header>
<main>
`
}

interface Drawn {
  from: string
  to: string
  at: number
  /** Null: the message was deleted. */
  content: string | null
  edited: boolean
}

function createDrawing({ names, unknownDevice, words, locale, timeZone, hourCycle }: ExportFacts) {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', hourCycle, timeZone })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone })
  const nameOf = (deviceId: string) => names[deviceId] ?? unknownDevice
  return {
    day: (at: number) => days.format(datable(at)),
    message({ from, to, at, content, edited }: Drawn): string {
      const marks = [to === ALL ? '' : nameOf(to).onlyFor, edited ? words.edited : ''].filter(Boolean)
      const said = marks.map((it) => `<span>${escapeHtml(it)}</span>`).join(' ')
      const when = datable(at)
      const time = `<time datetime="${new Date(when).toISOString()}">${escapeHtml(clock.format(when))}</time>`
      const text =
        content === null
          ? `<p class="gone">${escapeHtml(words.deleted)}</p>`
          : `<div class="text" dir="auto">${escapeHtml(content)}</div>`
      return `<article>\n<p class="who"><b>${escapeHtml(nameOf(from).name)}</b> ${said} ${time}</p>\n${text}\n</article>\n`
    },
  }
}

const LAST_TIME = 8.64e15 - 2 * 86_400_000

/** A clock may have claimed any time, and no calendar has every one. */
const datable = (at: number): number => (Number.isFinite(at) ? Math.min(Math.max(at, 0), LAST_TIME) : 0)
