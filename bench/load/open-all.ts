import { type Connect, type Connection, connect } from './connection.ts'

/** A connection for each token, once the other side has said something to all of them. @throws when one is refused. */
export function openAll(
  port: number,
  tokens: readonly string[],
  onEvent: (event: Buffer, index: number) => void = () => {},
  connectOne: Connect = connect,
): Promise<Connection[]> {
  return Promise.all(
    tokens.map((token, index) => {
      const { promise, resolve, reject } = Promise.withResolvers<Connection>()
      const connection = connectOne({
        port,
        token,
        onEvent(event) {
          resolve(connection)
          onEvent(event, index)
        },
        onEnd: (why) => reject(new Error(`a connection ended: ${why}`)),
      })
      return promise
    }),
  )
}
