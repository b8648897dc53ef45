import type { Activity } from '../../protocol/activity.ts'
import type { Tables } from '../tables.ts'

async function load(tables: Tables) {
  const record = await tables.meta.get('news')
  return record?.name === 'news' ? record : ({ name: 'news', news: [], dismissedAt: 0 } as const)
}

export async function newsOf(tables: Tables): Promise<Activity[]> {
  const { news, dismissedAt } = await load(tables)
  return news.filter((it) => it.at > dismissedAt)
}

export async function saveNews(tables: Tables, news: readonly Activity[]): Promise<void> {
  tables.meta.put({ ...(await load(tables)), news })
}

export async function dismissNews(tables: Tables, upTo: number): Promise<void> {
  const before = await load(tables)
  tables.meta.put({ ...before, dismissedAt: Math.max(before.dismissedAt, upTo) })
}
