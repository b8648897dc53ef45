import { expect, test } from 'vitest'
import { namesOf } from './device-names.ts'

const info = { platform: '', createdAt: 1, lastSeen: 2, lastReceivedVersion: 3, online: true }
const gone = { platform: '', revokedAt: 4 }

test('a removed device keeps its name; one of which nothing is known has none', () => {
  const nameOf = namesOf({
    devices: [{ ...info, deviceId: 'd', name: 'Desk' }],
    former: [
      { ...gone, deviceId: 'p', name: 'Phone' },
      { ...gone, deviceId: 'forgotten', name: '' },
    ],
  })
  expect(['d', 'p', 'forgotten', 'x'].map(nameOf)).toEqual(['Desk', 'Phone', 'A removed device', 'A removed device'])
})
