import { RoostError } from '../../../../lib/protocol/error.ts'
import type { Notification } from '../notification.ts'
import { wakeOfNtfy } from '../wake.ts'
import { type View, viewsIn } from './actions.ts'
import { emojiOf } from './emoji.ts'
import type { Read } from './parameters.ts'
import { NO_LABEL } from './topic.ts'

/** A message as ntfy's programs describe it, checked. */
export interface Publication {
  topic: string
  title: string
  message: string
  /** 1 to 5. */
  priority: number
  tags: readonly string[]
  click: string | undefined
  /** A file elsewhere. */
  attach: string | undefined
  /** The name of that file, or of the one in the body. */
  filename: string | undefined
  markdown: boolean
  views: readonly View[]
}

/** Roost cannot do these. A program that asks for one should not believe that it was done. */
const refused = {
  delay: 'Roost sends at once: leave it out, and send later',
  email: 'Roost sends no e-mail: leave it out',
  call: 'Roost makes no phone calls: leave it out',
  template: 'Roost fills no templates: leave it out, and send the text itself',
} as const

/** @throws RoostError `invalid_request` that names the parameter. */
export function publicationOf(topic: string, read: Read, isMarkdown: boolean): Publication {
  for (const [name, why] of Object.entries(refused) as [keyof typeof refused, string][]) {
    if (read(name) !== undefined && read(name) !== 'no') throw new RoostError('invalid_request', `${name}: ${why}`)
  }
  return {
    topic,
    title: read('title') ?? '',
    // A header has one line only.
    message: (read('message') ?? '').replaceAll('\\n', '\n'),
    priority: priorityOf(read('priority')),
    tags: (read('tags') ?? '').split(',').flatMap((it) => it.trim() || []),
    click: read('click'),
    attach: read('attach'),
    filename: read('filename'),
    markdown: isMarkdown || yesOrNo('markdown', read('markdown')),
    views: viewsIn(read('actions')),
  }
}

const levels = [['min'], ['low'], ['default'], ['high'], ['max', 'urgent']]

function priorityOf(text = 'default'): number {
  const index = levels.findIndex((names, at) => names.includes(text.toLowerCase()) || text === String(at + 1))
  if (index >= 0) return index + 1
  throw new RoostError('invalid_request', 'priority: must be 1 to 5, or min, low, default, high or max')
}

function yesOrNo(name: string, text = 'no'): boolean {
  if (/^(1|yes|true)$/i.test(text)) return true
  if (/^(0|no|false)$/i.test(text)) return false
  throw new RoostError('invalid_request', `${name}: must be yes or no`)
}

/** The same in our own words: tags that name an emoji stand before the title, the topic and the others are labels. */
export function notificationOf({ topic, tags, filename, attach, ...it }: Publication): Notification {
  const attached = attach && (filename ? `${filename}: ${attach}` : attach)
  const views = it.views.map(({ label, url }) => (label ? `${label}: ${url}` : url))
  return {
    ...{ title: it.title, message: it.message, markdown: it.markdown, wake: wakeOfNtfy(it.priority) },
    emoji: tags.flatMap((tag) => emojiOf(tag) ?? []),
    lines: [it.click, ...views, attached].filter((line) => line !== undefined),
    labels: [...(topic === NO_LABEL ? [] : [topic]), ...tags.filter((tag) => emojiOf(tag) === undefined)],
  }
}
