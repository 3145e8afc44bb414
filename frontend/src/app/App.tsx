import { lazy, Suspense } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router'

import { useSession } from '@/shared/auth/session'

import { AppShell } from './AppShell'
import { Asking } from './Asking'
import { withTexts } from './withTexts'

const RegisterPage = lazy(async () => ({
  default: (await import('@/features/auth/RegisterPage')).RegisterPage,
}))
const SignInPage = lazy(async () => ({
  default: (await import('@/features/auth/SignInPage')).SignInPage,
}))
const VerifyEmailPage = lazy(async () => ({
  default: (await import('@/features/auth/VerifyEmailPage')).VerifyEmailPage,
}))
const ChallengePage = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/ChallengePage'))).ChallengePage,
}))
const ForgotPage = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/ForgotPage'))).ForgotPage,
}))
const ResetPage = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/ResetPage'))).ResetPage,
}))
const EmailChangePage = lazy(async () => ({
  default: (await withTexts(import('@/features/auth/EmailChangePage'))).EmailChangePage,
}))
const SecurityPage = lazy(async () => ({
  default: (await withTexts(import('@/features/security/SecurityPage'))).SecurityPage,
}))
const HistoryPage = lazy(async () => ({
  default: (await withTexts(import('@/features/security/HistoryPage'))).HistoryPage,
}))
const TodayPage = lazy(async () => ({
  default: (await import('@/features/today/TodayPage')).TodayPage,
}))
const ChatPage = lazy(async () => ({
  default: (await import('@/features/chat/ChatPage')).ChatPage,
}))
const TasksPage = lazy(async () => ({
  default: (await import('@/features/tasks/TasksPage')).TasksPage,
}))
const RemindersPage = lazy(async () => ({
  default: (await withTexts(import('@/features/reminders/RemindersPage'))).RemindersPage,
}))
const DesignPage = lazy(async () => ({
  default: (await withTexts(import('@/features/design/DesignPage'))).DesignPage,
}))
const FocusPage = lazy(async () => ({
  default: (await withTexts(import('@/features/focus/FocusPage'))).FocusPage,
}))
const IntegrationsPage = lazy(async () => ({
  default: (await withTexts(import('@/features/integrations/IntegrationsPage'))).IntegrationsPage,
}))
const CallbackPage = lazy(async () => ({
  default: (await withTexts(import('@/features/integrations/CallbackPage'))).CallbackPage,
}))
const UsagePage = lazy(async () => ({
  default: (await withTexts(import('@/features/usage/UsagePage'))).UsagePage,
}))
const DevicesPage = lazy(async () => ({
  default: (await import('@/features/devices/DevicesPage')).DevicesPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await withTexts(import('@/features/settings/SettingsPage'))).SettingsPage,
}))
const NotificationsPage = lazy(async () => ({
  default: (await withTexts(import('@/features/notifications/NotificationsPage')))
    .NotificationsPage,
}))
const NotificationSettingsPage = lazy(async () => ({
  default: (await withTexts(import('@/features/notifications/NotificationSettingsPage')))
    .NotificationSettingsPage,
}))
const PrivacyPage = lazy(async () => ({
  default: (await withTexts(import('@/features/privacy/PrivacyPage'))).PrivacyPage,
}))
const MemoryPage = lazy(async () => ({
  default: (await withTexts(import('@/features/memory/MemoryPage'))).MemoryPage,
}))
const AdminRoutes = lazy(async () => ({
  default: (await withTexts(import('@/features/admin/AdminRoutes'))).AdminRoutes,
}))

export function App() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/verify" element={<VerifyEmailPage />} />
        <Route path="/verify-email" element={<VerifyEmailPage />} />
        <Route path="/reset" element={<ResetPage />} />
        <Route path="/email-change" element={<EmailChangePage />} />
        <Route element={<Outside />}>
          <Route path="/register" element={<RegisterPage />} />
          <Route path="/login" element={<SignInPage />} />
          <Route path="/login/challenge" element={<ChallengePage />} />
          <Route path="/forgot" element={<ForgotPage />} />
          <Route path="/sign-in" element={<Navigate to="/login" replace />} />
        </Route>
        <Route element={<Inside />}>
          <Route path="/security" element={<SecurityPage />} />
          <Route path="/security/history" element={<HistoryPage />} />
          <Route path="/" element={<TodayPage />} />
          <Route path="/chat" element={<ChatPage />} />
          <Route path="/chat/:id" element={<ChatPage />} />
          <Route path="/tasks" element={<TasksPage />} />
          <Route path="/reminders" element={<RemindersPage />} />
          <Route path="/design" element={<DesignPage />} />
          <Route path="/focus" element={<FocusPage />} />
          <Route path="/integrations" element={<IntegrationsPage />} />
          <Route path="/oauth/callback" element={<CallbackPage />} />
          <Route path="/usage" element={<UsagePage />} />
          <Route path="/devices" element={<DevicesPage />} />
          <Route path="/settings" element={<SettingsPage />} />
          <Route path="/settings/notifications" element={<NotificationSettingsPage />} />
          <Route path="/notifications" element={<NotificationsPage />} />
          <Route path="/privacy" element={<PrivacyPage />} />
          <Route path="/memory" element={<MemoryPage />} />
          <Route path="/admin/*" element={<AdminRoutes />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
      <Asking />
    </Suspense>
  )
}

/** Pages for somebody who is not signed in; whoever is goes on to where they wanted to be. */
function Outside() {
  const phase = useSession((state) => state.phase)
  const wanted = (useLocation().state as { from?: string } | null)?.from
  return phase === 'signed-in' ? <Navigate to={wanted ?? '/'} replace /> : <Outlet />
}

/** Pages for somebody who is signed in, or was when there was a network. */
function Inside() {
  const phase = useSession((state) => state.phase)
  const left = useSession((state) => state.left)
  const { pathname, search } = useLocation()
  if (phase === 'starting') return null
  if (phase === 'signed-out') {
    const from = pathname === '/' || left ? null : { from: pathname + search }
    return <Navigate to="/login" replace state={from} />
  }
  return <AppShell />
}
