import { useState } from 'react'

import type { Permission, Role } from '@/shared/api/types'
import { usePermissions } from '@/shared/auth/permissions'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { deleteRole, readPermissions, readRoles } from './adminApi'
import { AdminFrame } from './AdminFrame'
import { RoleEditor } from './RoleEditor'

interface Catalogue {
  roles: Role[]
  permissions: Permission[]
}

async function readCatalogue(): Promise<Catalogue> {
  const [roles, permissions] = await Promise.all([readRoles(), readPermissions()])
  return { roles, permissions }
}

export function RolesPage() {
  const t = useText()
  return (
    <AdminFrame title={t('admin.roles.title')} needs="roles:read">
      <Roles />
    </AdminFrame>
  )
}

function Roles() {
  const t = useText()
  const { may } = usePermissions()
  const { value, problem, reload } = useResource(readCatalogue)
  const [edited, setEdited] = useState<Role | 'new' | null>(null)
  const work = useWork()
  if (value === null) return problem === null ? <Loading /> : <Notice>{problem.message}</Notice>
  return (
    <div className="grid gap-4">
      {work.problem !== null && <Notice>{work.problem.message}</Notice>}
      <ul aria-label={t('admin.roles.title')} className="grid gap-3">
        {value.roles.map((role) => (
          <li key={role.name}>
            <RoleCard
              role={role}
              busy={work.busy}
              onEdit={() => setEdited(role)}
              onDelete={() =>
                void work.run(async () => {
                  await deleteRole(role.name)
                  await reload()
                })
              }
            />
          </li>
        ))}
      </ul>
      {may('roles:write') && (
        <Button icon="plus" onClick={() => setEdited('new')} className="justify-self-start">
          {t('admin.roles.add')}
        </Button>
      )}
      {edited !== null && (
        <RoleEditor
          role={edited === 'new' ? null : edited}
          roles={value.roles}
          permissions={value.permissions}
          onClose={() => setEdited(null)}
          onSaved={async () => {
            setEdited(null)
            await reload()
          }}
        />
      )}
    </div>
  )
}

interface RoleCardProps {
  role: Role
  busy: boolean
  onEdit: () => void
  onDelete: () => void
}

function RoleCard({ role, busy, onEdit, onDelete }: RoleCardProps) {
  const t = useText()
  const { may } = usePermissions()
  return (
    <Card className="grid gap-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{role.name}</h2>
        <span className="text-sm text-soft">{t('admin.roles.users', { count: role.users })}</span>
        <span className="flex-1" />
        {role.builtIn ? (
          <span className="text-sm text-soft">{t('admin.roles.builtIn')}</span>
        ) : (
          may('roles:write') && (
            <>
              <IconButton
                icon="edit"
                label={t('admin.roles.edit', { name: role.name })}
                onClick={onEdit}
              />
              <IconButton
                icon="trash"
                label={t('admin.roles.delete', { name: role.name })}
                disabled={busy}
                onClick={onDelete}
              />
            </>
          )
        )}
      </div>
      {role.description !== '' && <p className="text-soft">{role.description}</p>}
      {role.inherits.length > 0 && (
        <p className="text-sm text-soft">
          {t('admin.roles.includes', { roles: role.inherits.join(', ') })}
        </p>
      )}
      {role.permissions.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 text-sm">
          {role.permissions.map((it) => (
            <li key={it} className="rounded-full bg-sunken px-2.5 py-0.5">
              {it}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
