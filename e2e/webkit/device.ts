import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright/test'
import { expect } from 'vitest'
import type { Message } from '../../lib/protocol/message.ts'
import { openTestDevice } from '../../tests/kit/clients/test-device.ts'
import { credentialsOf } from '../fixtures/credentials.ts'
import { heldMessages } from '../fixtures/stored-messages.ts'
import type { Tab } from './webdriver.ts'

const ENTER = '\uE007'
const PATIENCE = { timeout: 30_000, interval: 100 }

/** A tab of WebKit that is a device, with the words of e2e/fixtures/device.ts. */
export interface Device {
  tab: Tab
  deviceId: string
  write(text: string): Promise<void>
  is(connection: string): Promise<void>
  /** Waits until it is live and holds this many messages, exactly those that the server has for it. */
  isLevel(count: number): Promise<Message[]>
  sees(texts: readonly string[]): Promise<void>
  waits(texts: readonly string[]): Promise<void>
}

export const field = (label: string) => `//input[@id=//label[normalize-space()="${label}"]/@for]`
export const button = (text: string) => `//button[normalize-space()="${text}"]`

/** Waits for the element, and then clicks it. */
export const click = (tab: Tab, xpath: string) =>
  expect.poll(() => tab.click(xpath).then(() => true, String), PATIENCE).toBe(true)

/** Waits for the field, and then types over what it contains. */
export async function fill(tab: Tab, label: string, text: string): Promise<void> {
  const xpath = field(label)
  await click(tab, xpath)
  await tab.evaluate(() => (document.activeElement as HTMLInputElement).select())
  await tab.type(xpath, text)
}

/** Names the tab, which the page asks for, and opens its inbox. */
export async function becomeDevice(tab: Tab, url: string, name: string, press: string): Promise<Device> {
  await fill(tab, 'Name of this device', name)
  await click(tab, button(press))
  return asDevice(tab, url, name)
}

/** Wraps a tab that already is a device, or is about to be one. */
export async function asDevice(tab: Tab, url: string, name: string): Promise<Device> {
  // The readers of the browser's storage use nothing else of a page.
  const page = tab as unknown as Page
  const state = () =>
    tab.evaluate(() => (document.querySelector('[data-connection]') as HTMLElement | null)?.dataset.connection)
  const texts = (rows: string) =>
    tab.evaluate(
      (it) => [...document.querySelectorAll(`${it} [data-testid="text"]`)].map((row) => row.textContent),
      rows,
    )
  await expect.poll(state, PATIENCE).toBeTruthy()
  const credentials = await credentialsOf(page, name)
  const outside = openTestDevice(url, credentials)
  const { deviceId } = credentials

  return {
    ...{ tab, deviceId },
    async write(text) {
      await tab.type('//textarea', text + ENTER)
      await expect.poll(() => tab.evaluate(() => document.querySelector('textarea')?.value), PATIENCE).toBe('')
    },
    is: (connection) => expect.poll(state, PATIENCE).toBe(connection),
    async isLevel(count) {
      await expect.poll(state, PATIENCE).toBe('live')
      let held: Message[] = []
      const isLevel = async () => {
        held = await heldMessages(page, deviceId)
        return held.length === count && isDeepStrictEqual(held, await outside.history())
      }
      await expect.poll(isLevel, PATIENCE).toBe(true)
      return held
    },
    sees: (all) => expect.poll(async () => (await texts('[data-version]')).slice(-all.length), PATIENCE).toEqual(all),
    waits: (all) => expect.poll(() => texts('[data-state="waiting"]'), PATIENCE).toEqual(all),
  }
}
