import { Navigate } from 'react-router'

import { usePermissions } from '@/shared/auth/permissions'

import { places } from './places'

/** Leads to the first page that one may see. */
export function AdminPage() {
  const { may } = usePermissions()
  return <Navigate to={places.find((place) => may(place.needs))?.to ?? '/'} replace />
}
