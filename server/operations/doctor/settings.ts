import type { Config } from '../../config/config.ts'
import type { Check, Finding } from './finding.ts'

const part = 'settings'

/** Looks for settings that do not fit together. readConfig has checked each by itself. */
export function checkSettings(config: Config): Check {
  return async () => {
    const { baseUrl, trustProxy, metrics, metricsToken, rateLimit } = config
    const found: Finding[] = []
    const warn = (says: string, todo: string) => found.push({ state: 'warn', part, says, todo })
    for (const it of config.warnings) warn(it, 'rename it, or take it away')
    if (baseUrl === undefined)
      warn('BASE_URL is not set: only this machine can use Roost', 'set it to the address that people type')
    if (baseUrl?.startsWith('http:') && !isLocal(baseUrl))
      warn('BASE_URL is not https: browsers allow no offline use', 'put a proxy with a certificate in front')
    if (baseUrl?.startsWith('https:') && trustProxy === 0)
      warn('TRUST_PROXY is off behind HTTPS: all callers share the limits of the proxy', 'TRUST_PROXY=1 for one proxy')
    if (metrics && metricsToken === undefined && trustProxy > 0)
      warn(
        'METRICS is on without METRICS_TOKEN: a proxy that sends no X-Forwarded-For shows them to everybody',
        'set one',
      )
    if (!rateLimit) warn('RATE_LIMIT is off', 'only for tests')
    return found.length > 0 ? found : [{ state: 'ok', part, says: 'fit together' }]
  }
}

export const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
