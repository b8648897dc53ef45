import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useDevices, useInbox, useUnread } from './hooks.ts'
import { RoostProvider } from './provider.ts'

function Count() {
  const { messages, status } = useInbox()
  return createElement('p', null, `${messages.length} ${status} ${useDevices().length} ${useUnread()}`)
}

test('a server draws an empty device', () => {
  const page = createElement(RoostProvider, { device: null }, createElement(Count))
  expect(renderToString(page)).toBe('<p>0 connecting 0 0</p>')
})

test('a hook without a provider says what it lacks', () => {
  expect(() => renderToString(createElement(Count))).toThrow('RoostProvider')
})
