const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const PATIENCE_MS = 30_000

/** A tab of a browser that WebDriver drives. It takes a single command at a time. */
export interface Tab {
  go(url: string): Promise<void>
  back(): Promise<void>
  reload(): Promise<void>
  /** Runs a function in the page, which sees nothing but its argument. */
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T>
  /** Clicks, as a person does. @throws when no element matches the XPath. */
  click(xpath: string): Promise<void>
  type(xpath: string, text: string): Promise<void>
  close(): Promise<void>
}

export interface Session {
  openTab(): Promise<Tab>
  end(): Promise<void>
}

/** Opens a session at a WebDriver server: https://www.w3.org/TR/webdriver2. */
export async function openSession(server: string, capabilities: object): Promise<Session> {
  async function ask(method: string, path: string, body?: object) {
    const answer = await fetch(server + path, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    }).catch((error: unknown) => {
      throw new Error(`${method} ${path} got no answer: ${JSON.stringify(body)}`, { cause: error })
    })
    const { value } = (await answer.json()) as { value: Record<string, string> }
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }

  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } })
  const at = (method: string, path: string, body?: object) => ask(method, `/session/${sessionId}${path}`, body)
  await at('POST', '/timeouts', { script: PATIENCE_MS, pageLoad: PATIENCE_MS })

  function tabOf(handle: string): Tab {
    async function here(method: string, path: string, body?: object): Promise<unknown> {
      await at('POST', '/window', { handle })
      return at(method, path, body)
    }
    async function element(xpath: string): Promise<string> {
      const found = (await here('POST', '/element', { using: 'xpath', value: xpath })) as Record<string, string>
      return `/element/${found[ELEMENT]}`
    }
    const done = async (work: Promise<unknown>) => void (await work)
    return {
      go: (url) => done(here('POST', '/url', { url })),
      back: () => done(here('POST', '/back')),
      reload: () => done(here('POST', '/refresh')),
      async evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) {
        const script = `const [argument, done] = arguments
          Promise.resolve().then(() => (${run})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) }))`
        const answer = await here('POST', '/execute/async', { script, args: [argument ?? null] })
        const { value, error } = answer as { value: T; error?: string }
        if (error !== undefined) throw new Error(`In the page: ${error}`)
        return value
      },
      click: async (xpath) => done(at('POST', `${await element(xpath)}/click`)),
      type: async (xpath, text) => done(at('POST', `${await element(xpath)}/value`, { text })),
      close: () => done(here('DELETE', '/window')),
    }
  }

  let first: string | undefined = (await at('GET', '/window')) as unknown as string
  return {
    async openTab() {
      const handle = first ?? (await at('POST', '/window/new', { type: 'tab' })).handle
      first = undefined
      return tabOf(handle as string)
    },
    end: async () => void (await ask('DELETE', `/session/${sessionId}`)),
  }
}
