/**
 * The origins whose pages may use a session. Without a BASE_URL that is this machine alone, by each of its names, so that
 * a server that somebody merely started cannot be used from a page elsewhere.
 */
export function allowedOrigins(baseUrl: string | undefined, port: number): readonly string[] {
  if (baseUrl !== undefined) return [baseUrl]
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`)
}
