/**
 * The origins whose pages may use a session. Without a BASE_URL only this machine, by each of its names, so that no
 * page elsewhere can use a server that a person started just to try it.
 */
export function allowedOrigins(baseUrl: string | undefined, port: number): readonly string[] {
  if (baseUrl !== undefined) return [baseUrl]
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`)
}
