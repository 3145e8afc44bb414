import type { TextKey } from '@/shared/i18n/i18n'

/** The pages of the administration and what each needs. */
export const places: { to: string; label: TextKey; needs: string }[] = [
  { to: '/admin/users', label: 'admin.users.title', needs: 'users:read' },
  { to: '/admin/roles', label: 'admin.roles.title', needs: 'roles:read' },
  { to: '/admin/audit', label: 'admin.audit.title', needs: 'audit:read' },
  { to: '/admin/threats', label: 'admin.threats.title', needs: 'threats:read' },
  { to: '/admin/privacy', label: 'admin.privacy.title', needs: 'privacy:read' },
]
