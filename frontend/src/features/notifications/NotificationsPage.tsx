import { useEffect } from 'react'
import { Link } from 'react-router'

import type { Told } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { ago } from '@/shared/lib/time'
import { usePages } from '@/shared/lib/usePages'
import { useWork } from '@/shared/lib/useWork'
import { refreshUnread, useUnread } from '@/shared/notifications/unread'
import { onEvent } from '@/shared/realtime/events'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page } from '@/shared/ui/Page'

import { markAllRead, markRead, readTold } from './notificationsApi'

/** What one was told, newest first. */
export function NotificationsPage() {
  const t = useText()
  const { items, next, problem, busy, more, reload } = usePages(readTold)
  const unread = useUnread((state) => state.unread)
  const work = useWork()
  useEffect(() => onEvent('notification', () => void reload()), [reload])
  const settle = (change: () => Promise<void>): void =>
    void work.run(async () => {
      await change()
      await Promise.all([reload(), refreshUnread()])
    })
  return (
    <Page
      title={t('notifications.nav')}
      lead={
        <Link to="/settings/notifications" className="underline underline-offset-4">
          {t('notifications.settings.title')}
        </Link>
      }
      actions={
        unread > 0 && (
          <Button busy={work.busy} onClick={() => settle(markAllRead)}>
            {t('notifications.markAll')}
          </Button>
        )
      }
    >
      {problem !== null && <Notice>{problem.message}</Notice>}
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      {items === null && problem === null && <Loading />}
      {items?.length === 0 && (
        <EmptyState icon="bell" title={t('notifications.empty')}>
          {t('notifications.emptyLead')}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {items?.map((told) => (
          <li key={told.id}>
            <Entry told={told} onRead={() => settle(() => markRead(told.id))} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button busy={busy} onClick={() => void more()} className="mt-4 w-full">
          {t('notifications.more')}
        </Button>
      )}
    </Page>
  )
}

function Entry({ told, onRead }: { told: Told; onRead: () => void }) {
  const t = useText()
  const unread = told.readAt == null
  const page = pageOf(told.link)
  return (
    <Card className="grid gap-2 p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className={unread ? 'font-semibold' : 'font-medium text-soft'}>{told.title}</h2>
        {unread && (
          <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm text-accent">
            {t('notifications.new')}
          </span>
        )}
        <time dateTime={told.createdAt} className="ml-auto text-sm text-soft">
          {ago(told.createdAt)}
        </time>
      </div>
      {told.body !== '' && <p className="whitespace-pre-line text-soft">{told.body}</p>}
      {(page !== null || unread) && (
        <div className="flex flex-wrap gap-x-4">
          {page !== null && (
            <Link
              to={page}
              onClick={() => unread && onRead()}
              aria-label={t('notifications.openNamed', { title: told.title })}
              className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
            >
              {t('notifications.open')}
            </Link>
          )}
          {unread && (
            <Button
              look="quiet"
              onClick={onRead}
              aria-label={t('notifications.markNamed', { title: told.title })}
            >
              {t('notifications.mark')}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

/** The page of this app that a link leads to; none when it leads elsewhere. */
function pageOf(link: string | null | undefined): string | null {
  if (link == null || link === '' || !URL.canParse(link, location.origin)) return null
  const { origin, pathname, search } = new URL(link, location.origin)
  return origin === location.origin ? pathname + search : null
}
