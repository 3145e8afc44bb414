import type { ReactNode } from 'react'

import { useText } from '@/shared/i18n/i18n'
import type { Pages } from '@/shared/lib/usePages'
import { Button } from '@/shared/ui/Button'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

interface Props<T> {
  pages: Pages<T>
  label: string
  empty: string
  children: (item: T) => ReactNode
}

/** A list of the administration that grows page by page. */
export function MoreList<T extends { id: string }>({ pages, label, empty, children }: Props<T>) {
  const t = useText()
  const { items, next, problem, busy, more } = pages
  return (
    <div aria-busy={busy} className="grid gap-4">
      {problem !== null && <Notice>{problem.message}</Notice>}
      {items === null && problem === null && <Loading />}
      {items?.length === 0 && <EmptyState icon="list" title={empty} />}
      {items !== null && items.length > 0 && (
        <ul aria-label={label} className="grid gap-3">
          {items.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      )}
      {next !== null && (
        <Button busy={busy} onClick={() => void more()}>
          {t('admin.more')}
        </Button>
      )}
    </div>
  )
}
