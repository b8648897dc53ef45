import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { PASSWORD, signUp } from '../../../tests/kit/clients/account.ts'
import { createHttpClient } from '../../../tests/kit/clients/http-client.ts'
import { connectLive } from '../../../tests/kit/clients/live.ts'
import { createTestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../../../tests/kit/server/server-process.ts'

test('at every level the log holds no content, token, code, name, e-mail address, password or cookie', async () => {
  const child = startServerProcess({ LOG_LEVEL: 'trace', RATE_LIMIT: 'on' })
  onTestFinished(() => child[Symbol.asyncDispose]())
  const url = await child.ready
  const http = createHttpClient(url)
  const mark = () => `mark-${randomUUID()}`
  const [email, wrongPassword, content, name, inPath, inQuery] = Array.from({ length: 6 }, mark) as [
    string,
    ...string[],
  ]

  const account = await signUp(http, `${email}@example.test`)
  const device = await createTestDevice(url, account, name ?? '')
  const fields = { name, email: `${email}@example.test`, password: wrongPassword }
  for (const path of ['/sign-up/email', '/sign-in/email', '/sign-out', '/nothing']) {
    await http('POST', `/api/auth${path}`, { json: fields, cookie: account.cookie })
    await http('POST', `/api/auth${path}`, { body: `${content} is no JSON`, cookie: account.cookie })
  }
  const { token } = device
  await device.send([{ content: content ?? '' }, { content: content ?? '', receiverDeviceId: content ?? '' }])
  await device.pull({ after: 0 })
  const live = await connectLive(url, token)
  await live.call('send', { messages: [{ content, messageId: content }] })
  await live.call('pull', { after: content })
  await live.call(content ?? '', {})
  live.socket.io.engine.write(`2${content}`)
  await live.closed
  await connectLive(url, `${token}x`).catch(() => {})
  await http('POST', '/v1/messages', { token, body: `{"${content}`, headers: { 'Content-Type': 'application/json' } })
  await http('GET', `/v1/${inPath}/${token}?token=${inQuery}`, {
    token: `${token}x`,
    headers: { Origin: `${inQuery}` },
  })
  const offered = (await http('POST', '/v1/pairings', { token })).json
  await http('POST', '/v1/pairings/claim', { json: { code: `${offered.code}`, name } })
  await http('POST', '/v1/pairings/claim', { json: { code: `${offered.code}`, name } })
  const asking = (await http('POST', '/v1/pairings', { token, json: { confirm: true } })).json
  const { claimId, secret } = (await http('POST', '/v1/pairings/claim', { json: { code: asking.code, name } })).json
  await http('POST', `/v1/pairings/claims/${claimId}/decide`, { token, json: { accept: false } })
  await http('POST', `/v1/pairings/claims/${claimId}`, { json: { secret } })
  await fetch(`${url}/v1/messages`, { headers: { Authorization: `Bearer ${token}`, 'Content-Length': 'x' } }).catch(
    () => {},
  )
  child.process.kill('SIGTERM')
  await child.ended

  const output = child.output()
  expect(output).toContain('/v1/pairings/claim')
  const [, , secretPart] = token.split('.')
  const [, cookieValue] = account.cookie.split(/=(.*)/s)
  const secrets = {
    email,
    wrongPassword,
    content,
    name,
    inPath,
    inQuery,
    secretPart,
    cookieValue,
    code: offered.code,
    secret,
  }
  for (const [what, word] of Object.entries({ ...secrets, password: PASSWORD })) {
    expect(word, what).toMatch(/.{8}/)
    expect(output.includes(word as string), what).toBe(false)
  }
})
