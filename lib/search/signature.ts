import type { HistoryPage, PageSignature } from '../core/timeline/page-reader.ts'
import type { TimelineEntry } from '../core/timeline/timeline-reader.ts'
import { createBits, type Hash, hasBits, hashOf, hashOfFact } from './bits.ts'
import type { Criterion } from './criteria.ts'
import { fold } from './fold.ts'
import { hasCode, hasLink } from './kinds.ts'
import { hasFile, wordsOf } from './said.ts'

/** Raise it when folding, the hashes or the facts change. Signatures of another form are made again. */
export const FORM = 2

/**
 * A signature says which pages cannot hold what a person looks for, so that they are not read: a Bloom filter of
 * everything one, two and three characters long in the folded texts, and of the senders, receivers, kinds and marks. It may
 * say yes too often, and never no by mistake.
 */
export function signatureOf({ first, last, entries }: HistoryPage): PageSignature {
  const bits = createBits()
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const entry of entries) {
    if (entry.deleted) continue
    const { message } = entry
    earliest = Math.min(earliest, message.timestamp)
    latest = Math.max(latest, message.timestamp)
    for (const fact of factsOf(entry)) for (const hash of hashesOfFact(fact)) bits.add(hash)
    bits.addText(fold(wordsOf(message)))
  }
  return { first, last, form: FORM, earliest, latest, bits: bits.encode() }
}

function factsOf({ message, pinned, done }: TimelineEntry): string[] {
  const facts = [`from:${message.senderDeviceId}`, `to:${message.receiverDeviceId}`]
  const words = wordsOf(message)
  if (hasLink(words)) facts.push('has:link')
  if (hasFile(message)) facts.push('has:file')
  if (hasCode(words, message.contentType)) facts.push('has:code')
  if (pinned) facts.push('is:pinned')
  if (done) facts.push('is:done')
  return facts
}

/** Whether a page with this signature may hold a match. */
export function createPageFilter(criteria: readonly Criterion[]): (signature: PageSignature) => boolean {
  // A page without a word may hold every match of its opposite.
  const positive = criteria.filter((it) => !it.not)
  const tests = positive.map(testOf)
  return (signature) => tests.every((test) => test(signature))
}

function testOf(criterion: Criterion): (signature: PageSignature) => boolean {
  switch (criterion.type) {
    case 'text': {
      const hashes = hashesOf(criterion.text)
      return ({ bits }) => hashes.every((it) => hasBits(bits, it))
    }
    case 'from':
    case 'to': {
      const hashes = criterion.ids.map((id) => hashesOfFact(`${criterion.type}:${id}`))
      return ({ bits }) => hashes.some((those) => those.every((it) => hasBits(bits, it)))
    }
    case 'has': {
      const hashes = hashesOfFact(`has:${criterion.kind}`)
      return ({ bits }) => hashes.every((it) => hasBits(bits, it))
    }
    case 'before':
      return ({ earliest }) => earliest < criterion.at
    case 'after':
      return ({ latest }) => latest >= criterion.at
    case 'is': {
      // The person reads on without a word to the pages.
      if (criterion.state === 'unread') return () => true
      const hashes = hashesOfFact(`is:${criterion.state}`)
      return ({ bits }) => hashes.every((it) => hasBits(bits, it))
    }
  }
}

/** A text has many hashes, and a fact gets three, so that few pages are read for nothing. */
const hashesOfFact = (fact: string): Hash[] => ['', '+', '-'].map((sign) => hashOfFact(sign + fact))

/** The hashes that stand in a signature if the text stands in its page. */
function hashesOf(text: string): Hash[] {
  // No text has the unit 0 in its signature as a part of a longer one, so it can stand for none.
  if (text.length < 3) return [hashOf(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0, 0)]
  return Array.from({ length: text.length - 2 }, (_, at) =>
    hashOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)),
  )
}
