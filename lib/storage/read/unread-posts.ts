import { foldPost } from '../../core/timeline/fold.ts'
import type { Message } from '../../protocol/message.ts'
import type { Line } from '../state.ts'
import type { Tables } from '../tables.ts'
import { postsBetween } from './read-position.ts'

/** After a long absence only the end is read. A notification shows a few. */
const VERSIONS = 500

/** The newest posts of others that the person has not seen, ascending, as they read now. */
export async function newestUnread(
  tables: Tables,
  { generation, cursor, read }: Pick<Line, 'generation' | 'cursor' | 'read'>,
  selfId: string,
  limit: number,
): Promise<Message[]> {
  const after = Math.max(read.readUpTo, cursor - VERSIONS)
  const posts = (await postsBetween(tables, generation, [after, cursor], selfId)).slice(-limit)
  const changes = await Promise.all(posts.map((it) => tables.changes.get([generation, it.version])))
  return posts.map((post, place) => foldPost(post, changes[place]).message)
}
