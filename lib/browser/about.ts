import { defaultOptions } from '../core/roost-options.ts'
import type { About } from '../protocol/about.ts'
import { callOverHttp } from '../transport/http.ts'

/** The server describes itself. It takes no account to ask. @throws TransportError, RoostError. */
export const askAbout = ({ serverUrl } = defaultOptions): Promise<About> => callOverHttp(serverUrl, 'about', {})
