import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'

import { places } from './places'

const UsersPage = lazy(async () => ({
  default: (await import('./UsersPage')).UsersPage,
}))
const UserPage = lazy(async () => ({
  default: (await import('./UserPage')).UserPage,
}))
const RolesPage = lazy(async () => ({
  default: (await import('./RolesPage')).RolesPage,
}))
const AuditPage = lazy(async () => ({
  default: (await import('./AuditPage')).AuditPage,
}))
const ThreatsPage = lazy(async () => ({
  default: (await import('./ThreatsPage')).ThreatsPage,
}))
const PrivacyRequestsPage = lazy(async () => ({
  default: (await import('./PrivacyRequestsPage')).PrivacyRequestsPage,
}))

/** The administration: each page comes when it is opened. */
export function AdminRoutes() {
  return (
    <Routes>
      <Route path="users" element={<UsersPage />} />
      <Route path="users/:id" element={<UserPage />} />
      <Route path="roles" element={<RolesPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="threats" element={<ThreatsPage />} />
      <Route path="privacy" element={<PrivacyRequestsPage />} />
      <Route path="*" element={<FirstPage />} />
    </Routes>
  )
}

/** Leads to the first page that one may see. */
function FirstPage() {
  const { may } = usePermissions()
  return <Navigate to={places.find((place) => may(place.needs))?.to ?? '/'} replace />
}
