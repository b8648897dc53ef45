import { expect, test } from 'vitest'
import { contentOf, type Notification } from './notification.ts'

const nothing: Notification = {
  ...{ title: '', message: '', markdown: false, emoji: [], lines: [], labels: [], wake: 'normal' },
}
const content = (some: Partial<Notification>) => contentOf({ ...nothing, ...some }).content

test('a title is the first line, addresses and labels are the last ones', () => {
  const all = { title: 'Disk full', message: 'on web1\nagain', lines: ['https://x.example'], labels: ['disk', 'web 1'] }
  expect(content({ ...all, emoji: ['⚠️'] })).toBe('⚠️ Disk full\non web1\nagain\nhttps://x.example\n#disk #web-1')
  expect(content({ ...all, emoji: ['⚠️'], markdown: true })).toBe(
    '⚠️ **Disk full**\n\non web1\nagain\n\nhttps://x.example\n\n#disk #web-1',
  )
})

test('a text alone stays as it is', () => {
  expect(contentOf({ ...nothing, message: '  as it is\n' })).toEqual({
    ...{ content: '  as it is\n', contentType: 'text/plain' },
  })
  expect(content({ message: 'done', emoji: ['✅'] })).toBe('✅ done')
  expect(content({ title: 'only a title' })).toBe('only a title')
  expect(content({})).toBe('')
})

test('a title is one line, and no Markdown of its own', () => {
  expect(content({ title: 'two\n lines ', message: 'x' })).toBe('two lines\nx')
  const { content: escaped, contentType } = contentOf({ ...nothing, title: '*a* [b](c) `d`', markdown: true })
  expect([escaped, contentType]).toEqual(['**\\*a\\* \\[b\\](c) \\`d\\`**', 'text/markdown'])
})
