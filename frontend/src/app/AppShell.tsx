import { lazy, Suspense, useRef } from 'react'
import { NavLink, Outlet, useLocation } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'
import { signOut, useSession } from '@/shared/auth/session'
import { useFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { useUnread } from '@/shared/notifications/unread'
import { useDue } from '@/shared/reminders/due'
import { Mark } from '@/shared/ui/Brand'
import { Icon } from '@/shared/ui/Icon'
import type { IconName } from '@/shared/ui/Icon'

import { openOverlay } from './palette/overlay'
import { StatusBar } from './StatusBar'
import { withTexts } from './withTexts'

const FocusLayer = lazy(async () => ({
  default: (await withTexts(import('./focus/FocusLayer'))).FocusLayer,
}))
const ReminderToasts = lazy(async () => ({
  default: (await withTexts(import('./ReminderToasts'))).ReminderToasts,
}))
const Shortcuts = lazy(async () => ({
  default: (await import('./palette/Shortcuts')).Shortcuts,
}))

interface Place {
  to: string
  icon: IconName
  label: TextKey
  /** Has no room in the bar of narrow screens; other pages lead there. */
  wideOnly?: boolean
}

const daily: Place[] = [
  { to: '/', icon: 'today', label: 'nav.today' },
  { to: '/chat', icon: 'chat', label: 'nav.chat' },
  { to: '/tasks', icon: 'tasks', label: 'nav.tasks' },
  { to: '/reminders', icon: 'clock', label: 'nav.reminders', wideOnly: true },
  { to: '/focus', icon: 'focus', label: 'nav.focus', wideOnly: true },
  { to: '/notifications', icon: 'bell', label: 'notifications.nav' },
]
const rare: Place[] = [
  { to: '/integrations', icon: 'connections', label: 'nav.integrations' },
  { to: '/usage', icon: 'usage', label: 'nav.usage' },
  { to: '/devices', icon: 'devices', label: 'nav.devices' },
  { to: '/security', icon: 'shield', label: 'nav.security' },
  { to: '/settings', icon: 'settings', label: 'nav.settings' },
]
const settings = rare.at(-1)
const admin: Place = { to: '/admin', icon: 'list', label: 'admin.nav' }
/** What the settings lead to on narrow screens. */
const insideOfSettings = [
  ...rare.map((place) => place.to),
  '/privacy',
  '/memory',
  '/admin',
  '/reminders',
  '/focus',
]

/** The frame of every signed-in page: a rail on wide screens, a bar at the thumb on narrow ones. */
export function AppShell() {
  const t = useText()
  const content = useRef<HTMLElement>(null)
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          content.current?.focus()
        }}
        className="sr-only z-20 rounded-xl bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-3 focus:left-3"
      >
        {t('nav.skip')}
      </a>
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <StatusBar />
        <Focus />
        <main
          ref={content}
          id="content"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto outline-none"
        >
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Bar />
      <Due />
      <Suspense fallback={null}>
        <Shortcuts />
      </Suspense>
    </div>
  )
}

/** What runs, is being chosen or has just ended; on every page, and loaded only then. */
function Focus() {
  const wanted = useFocus((state) => (state.current ?? state.ended ?? state.wish) !== null)
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <FocusLayer />
    </Suspense>
  )
}

/** Reminders that came while the app is open; said by screen readers as they come. */
function Due() {
  const due = useDue((state) => state.told.length > 0)
  return (
    <div
      aria-live="polite"
      className="fixed inset-x-3 bottom-20 z-30 ml-auto max-w-md md:right-6 md:bottom-6 md:left-auto md:w-md"
    >
      {due && (
        <Suspense fallback={null}>
          <ReminderToasts />
        </Suspense>
      )}
    </div>
  )
}

function Rail() {
  const t = useText()
  const user = useSession((state) => state.user)
  const { administers } = usePermissions()
  return (
    <nav
      aria-label={t('nav.label')}
      className="hidden w-56 shrink-0 flex-col gap-1 border-r border-line p-3 md:flex"
    >
      <div className="flex items-center gap-3 px-2 pt-2 pb-5">
        <Mark className="size-8" />
        <span className="font-semibold tracking-tight">{t('brand.name')}</span>
      </div>
      <button
        type="button"
        onClick={() => openOverlay('palette')}
        className={`${railLook} mb-2 border border-line bg-surface text-left text-soft`}
      >
        <Icon name="search" />
        <span className="flex-1">{t('nav.find')}</span>
        <kbd className="font-sans text-sm" aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      {daily.map((place) => (
        <RailLink key={place.to} {...place} />
      ))}
      <div className="flex-1" />
      {administers && <RailLink {...admin} />}
      {rare.map((place) => (
        <RailLink key={place.to} {...place} />
      ))}
      <div className="mt-2 border-t border-line pt-2">
        <p className="truncate px-3 py-1 text-sm text-soft">{user?.displayName}</p>
        <button
          type="button"
          onClick={() => void signOut()}
          className={`${railLook} w-full text-soft`}
        >
          <Icon name="leave" />
          {t('nav.signOut')}
        </button>
      </div>
    </nav>
  )
}

const railLook =
  'flex min-h-10 items-center gap-3 rounded-xl px-3 font-medium transition-colors hover:bg-sunken hover:text-ink'

function RailLink({ to, icon, label }: Place) {
  const t = useText()
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) =>
        `${railLook} ${isActive ? 'bg-accent-soft text-accent' : 'text-soft'}`
      }
    >
      <Icon name={icon} />
      <span className="flex-1">{t(label)}</span>
      {to === '/notifications' && <Unread />}
    </NavLink>
  )
}

function Bar() {
  const t = useText()
  const { pathname } = useLocation()
  const insideSettings = insideOfSettings.some((place) => pathname.startsWith(place))
  const narrow = daily.filter((place) => place.wideOnly !== true)
  const places = settings === undefined ? narrow : [...narrow, settings]
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.map(({ to, icon, label }) => (
        <NavLink
          key={to}
          to={to}
          end={to === '/'}
          className={({ isActive }) => {
            const here = isActive || (to === '/settings' && insideSettings)
            return `flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium ${here ? 'text-accent' : 'text-soft'}`
          }}
        >
          <span className="relative">
            <Icon name={icon} className="size-6" />
            {to === '/notifications' && <Unread className="absolute -top-1 left-4" />}
          </span>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  )
}

/** How much was not read yet, in a figure to see and in words to hear. */
function Unread({ className = '' }: { className?: string }) {
  const t = useText()
  const unread = useUnread((state) => state.unread)
  if (unread === 0) return null
  return (
    <span
      className={`min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent ${className}`}
    >
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="sr-only">{t('notifications.unread', { count: unread })}</span>
    </span>
  )
}
