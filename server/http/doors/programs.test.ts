import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DoorServer, startDoorServer } from './testing/door-server.ts'

let door: DoorServer
beforeAll(async () => {
  door = await startDoorServer()
})
afterAll(() => door[Symbol.asyncDispose]())

/** Requests as these programs make them, in their own words. */
async function send(path: string, json: object, headers: Record<string, string> = {}) {
  const answer = await door.server.http('POST', path, { json, headers })
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  return door.said()
}

test('Uptime Kuma as ntfy', async () => {
  const basic = Buffer.from(`kuma:${door.token}`).toString('base64')
  const down = {
    ...{ topic: 'kuma', message: 'connect ECONNREFUSED', priority: 5, title: 'Shop Down [Uptime-Kuma]' },
    ...{ tags: ['red_circle', 'team: a, b'], icon: 'https://a.example/i.png' },
    actions: [{ action: 'view', label: 'Open Shop', url: 'https://shop.example' }],
  }
  expect(await send('/ntfy', down, { Authorization: `Basic ${basic}` })).toEqual([
    '🔴 Shop Down [Uptime-Kuma]\nconnect ECONNREFUSED\nOpen Shop: https://shop.example\n#kuma #team:-a-b',
    'text/plain',
  ])
})

test('Uptime Kuma as Gotify', async () => {
  const json = { message: '[Shop] [🔴 Down] timeout', priority: 8, title: 'Uptime-Kuma' }
  expect(await send(`/message?token=${door.token}`, json)).toEqual([
    'Uptime-Kuma\n[Shop] [🔴 Down] timeout',
    'text/plain',
  ])
})

test('Grafana as a webhook', async () => {
  const json = {
    ...{ receiver: 'roost', status: 'firing', alerts: [{ status: 'firing', labels: { alertname: 'High load' } }] },
    ...{ groupLabels: {}, commonLabels: {}, externalURL: 'https://grafana.example/', version: '1', orgId: 1 },
    ...{ truncatedAlerts: 0, title: '[FIRING:1] High load', state: 'alerting', message: '**Firing**\n\nValue: 9' },
  }
  expect(await send('/message', json, { Authorization: `Bearer ${door.token}` })).toEqual([
    '[FIRING:1] High load\n**Firing**\n\nValue: 9',
    'text/plain',
  ])
})

test('Home Assistant as a REST notification, whose templates are text', async () => {
  const json = { message: 'The door is open', title: 'Hall', priority: '8' }
  expect(await send('/message', json, { 'X-Gotify-Key': door.token })).toEqual(['Hall\nThe door is open', 'text/plain'])
})
