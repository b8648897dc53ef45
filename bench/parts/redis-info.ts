import { createClient } from '@redis/client'

export interface RedisInfo extends Disposable {
  /** Seconds of processor time, of the whole server. */
  cpu(): Promise<number>
  /** Bytes that its data and connections take. */
  memory(): Promise<number>
}

/** Reads the figures of a Redis. Nothing else may use it meanwhile. */
export async function redisInfo(url: string): Promise<RedisInfo> {
  const client = createClient({ url })
  await client.connect()
  async function read(section: string, names: readonly string[]): Promise<number> {
    const text = await client.info(section)
    return names.reduce((sum, name) => sum + Number(new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]), 0)
  }
  return {
    cpu: () => read('cpu', ['used_cpu_sys', 'used_cpu_user']),
    memory: () => read('memory', ['used_memory']),
    [Symbol.dispose]: () => client.destroy(),
  }
}
