import { useMemo } from 'react'
import { useNavigate } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'
import { signOut } from '@/shared/auth/session'
import { wishFocus } from '@/shared/focus/focusStore'
import { useText } from '@/shared/i18n/i18n'
import type { TextKey } from '@/shared/i18n/i18n'
import { complete, useTasks } from '@/shared/tasks/taskStore'
import type { IconName } from '@/shared/ui/Icon'

import type { Overlay } from './overlay'

export interface Command {
  id: string
  label: string
  icon: IconName
  run: () => void
}

const places: { to: string; label: TextKey; icon: IconName }[] = [
  { to: '/', label: 'nav.today', icon: 'today' },
  { to: '/chat', label: 'nav.chat', icon: 'chat' },
  { to: '/tasks', label: 'nav.tasks', icon: 'tasks' },
  { to: '/reminders', label: 'nav.reminders', icon: 'clock' },
  { to: '/focus', label: 'nav.focus', icon: 'focus' },
  { to: '/notifications', label: 'notifications.nav', icon: 'bell' },
  { to: '/integrations', label: 'nav.integrations', icon: 'connections' },
  { to: '/usage', label: 'nav.usage', icon: 'usage' },
  { to: '/devices', label: 'nav.devices', icon: 'devices' },
  { to: '/security', label: 'nav.security', icon: 'shield' },
  { to: '/settings', label: 'nav.settings', icon: 'settings' },
  { to: '/settings/notifications', label: 'palette.notificationSettings', icon: 'bell' },
  { to: '/design', label: 'design.title', icon: 'spark' },
  { to: '/privacy', label: 'palette.privacy', icon: 'shield' },
  { to: '/memory', label: 'palette.memory', icon: 'spark' },
]
const administration = { to: '/admin', label: 'admin.nav', icon: 'list' } as const

/** Everything that can be done from anywhere: what opens, where to go, and each open task as done. */
export function useCommands(open: (overlay: Overlay) => void): Command[] {
  const t = useText()
  const navigate = useNavigate()
  const { administers } = usePermissions()
  const tasks = useTasks((state) => state.tasks)
  return useMemo(() => {
    const opens: Command[] = [
      { id: 'capture', label: t('keys.capture'), icon: 'plus', run: () => open('capture') },
      { id: 'focus', label: t('focus.startTitle'), icon: 'focus', run: () => wishFocus() },
      { id: 'keys', label: t('keys.help'), icon: 'list', run: () => open('keys') },
    ]
    const goes = [...places, ...(administers ? [administration] : [])].map((place) => ({
      id: place.to,
      label: t('palette.go', { place: t(place.label) }),
      icon: place.icon,
      run: () => void navigate(place.to),
    }))
    const completes = Object.values(tasks)
      .filter((task) => task.status === 'OPEN' || task.status === 'DOING')
      .map((task) => ({
        id: task.id,
        label: t('palette.done', { title: task.title }),
        icon: 'check' as const,
        run: () => void complete(task),
      }))
    const leaves: Command = {
      id: 'leave',
      label: t('nav.signOut'),
      icon: 'leave',
      run: () => void signOut(),
    }
    return [...opens, ...goes, ...completes, leaves]
  }, [t, navigate, administers, tasks, open])
}

/** Those that hold every word of the wish, accents and case apart; those that begin with it first. */
export function matching(commands: Command[], wish: string): Command[] {
  const words = plain(wish).split(/\s+/).filter(Boolean)
  const begins = (command: Command): number =>
    words[0] !== undefined && plain(command.label).startsWith(words[0]) ? 0 : 1
  return commands
    .filter((command) => words.every((word) => plain(command.label).includes(word)))
    .toSorted((a, b) => begins(a) - begins(b))
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
