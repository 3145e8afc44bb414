import { useState } from 'react'
import type { ReactNode } from 'react'

import { useText } from '@/shared/i18n/i18n'
import { AppearanceForm } from '@/shared/ui/AppearanceForm'
import { Mark } from '@/shared/ui/Brand'
import { Button, IconButton } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { Dialog } from '@/shared/ui/Dialog'
import { EmptyState } from '@/shared/ui/EmptyState'
import { SelectField, TextField } from '@/shared/ui/Field'
import { Icon, iconNames } from '@/shared/ui/Icon'
import { Loading } from '@/shared/ui/Loading'
import { LongList } from '@/shared/ui/LongList'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'
import { TimeRing } from '@/shared/ui/TimeRing'

/** Pairs that text is set in, by the names of the tokens. */
const colours = [
  'bg-bg text-ink',
  'bg-surface text-ink',
  'bg-sunken text-soft',
  'bg-surface text-accent',
  'bg-accent text-on-accent',
  'bg-accent-soft text-accent',
  'bg-wait-soft text-wait',
]
const sizes = ['text-sm', 'text-base', 'text-xl', 'text-[1.75rem]']
const looks = ['primary', 'plain', 'accent', 'quiet'] as const
const rows = Array.from({ length: 200 }, (_, at) => ({ id: at + 1 }))
const shares = [0, 0.25, 0.6, 1]

/** All that pages are made of, in the colours, the font and the size that are set. */
export function DesignPage() {
  const t = useText()
  return (
    <Page title={t('design.title')} lead={t('design.lead')}>
      <Card className="p-4 sm:p-5">
        <AppearanceForm />
      </Card>
      <Colours />
      <Section title={t('design.type')}>
        <div className="grid gap-2">
          {sizes.map((size) => (
            <p key={size} className={size}>
              {t('design.sample')}
            </p>
          ))}
        </div>
      </Section>
      <Buttons />
      <Fields />
      <Section title={t('design.notices')}>
        <div className="grid gap-3">
          <Notice>{t('errors.offline')}</Notice>
          <Notice tone="good" icon="check">
            {t('design.good')}
          </Notice>
          <Notice tone="plain" icon="bell">
            {t('design.sample')}
          </Notice>
        </div>
      </Section>
      <Time />
      <Section title={t('design.lists')}>
        <EmptyState icon="tasks" title={t('tasks.empty.current')}>
          {t('tasks.emptyLead')}
        </EmptyState>
        <div className="mt-4 grid gap-4">
          <Loading rows={1} />
          <LongList items={rows} render={row} rowHeight={44} label={t('design.lists')} />
        </div>
      </Section>
    </Page>
  )
}

const row = ({ id }: { id: number }): ReactNode => (
  <li key={id} className="flex min-h-11 items-center gap-3">
    <Icon name="tasks" className="size-5 text-soft" />
    <span className="tabular-nums">{id}</span>
  </li>
)

function Colours() {
  const t = useText()
  return (
    <Section title={t('design.colours')}>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {colours.map((pair) => (
          <li key={pair} className={`rounded-xl border border-line px-4 py-3 ${pair}`}>
            {pair}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Buttons() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section title={t('design.buttons')}>
        <div className="flex flex-wrap gap-2">
          {looks.map((look) => (
            <Button key={look} look={look} icon="check">
              {look}
            </Button>
          ))}
          <Button busy>{t('design.busy')}</Button>
          <IconButton icon="more" label={t('design.icon')} />
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t('design.dialog')}
          </Button>
        </div>
        {open && (
          <Dialog
            title={t('design.dialog')}
            lead={t('design.sample')}
            onClose={() => setOpen(false)}
          >
            <Button look="primary" onClick={() => setOpen(false)}>
              {t('common.dismiss')}
            </Button>
          </Dialog>
        )}
      </Section>
      <Section title={t('design.icons')}>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
          {iconNames.map((name) => (
            <li
              key={name}
              className="grid justify-items-center gap-1 rounded-xl border border-line p-3 text-sm text-soft"
            >
              <Icon name={name} className="size-6 text-ink" />
              {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Fields() {
  const t = useText()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState(true)
  return (
    <Section title={t('design.fields')}>
      <Card className="grid gap-4 p-4">
        <TextField
          label={t('task.title')}
          hint={t('design.hint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TextField label={t('task.notes')} error={t('errors.refused')} defaultValue="" />
        <SelectField label={t('task.priorityLabel')} defaultValue="HIGH">
          <option value="HIGH">{t('task.priority.HIGH')}</option>
          <option value="LOW">{t('task.priority.LOW')}</option>
        </SelectField>
        <Checkbox
          label={t('design.choice')}
          hint={t('design.hint')}
          checked={checked}
          onChange={setChecked}
        />
      </Card>
    </Section>
  )
}

function Time() {
  const t = useText()
  return (
    <Section title={t('design.time')}>
      <div className="flex flex-wrap items-center gap-4">
        {shares.map((share) => (
          <TimeRing key={share} share={share} className="size-16" />
        ))}
        <Mark className="size-16" />
      </div>
    </Section>
  )
}
