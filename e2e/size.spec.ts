import { builtSizes } from '../bench/browser/sizes.ts'
import { expect, test } from './fixtures/test.ts'

test('the first load is at most 170 kB of JavaScript, the worker at most 25 kB, after gzip', () => {
  const { firstLoad, worker } = builtSizes()
  expect(firstLoad).toBeLessThanOrEqual(170)
  expect(worker).toBeLessThanOrEqual(25)
})
