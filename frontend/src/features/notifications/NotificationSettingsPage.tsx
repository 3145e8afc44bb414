import { useState } from 'react'
import type { FormEvent } from 'react'

import type { Channels, NotificationSettings } from '@/shared/api/types'
import { useText } from '@/shared/i18n/i18n'
import { useResource } from '@/shared/lib/useResource'
import { useWork } from '@/shared/lib/useWork'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { SelectField, TextField } from '@/shared/ui/Field'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'
import { Page, Section } from '@/shared/ui/Page'

import { readSettings, saveSettings } from './notificationsApi'
import { PushDevices } from './PushDevices'

const channels = ['email', 'push', 'sms'] as const
const categories = ['security', 'reminders', 'product'] as const

/** By which ways one is told what, and when. */
export function NotificationSettingsPage() {
  const t = useText()
  const { value, problem } = useResource(readSettings)
  return (
    <Page title={t('notifications.settings.title')} lead={t('notifications.settings.lead')}>
      {problem !== null && <Notice>{problem.message}</Notice>}
      {value === null && problem === null && <Loading />}
      {value !== null && <Form known={value} />}
      <Section title={t('notifications.push.title')}>
        <PushDevices />
      </Section>
    </Page>
  )
}

function Form({ known }: { known: NotificationSettings }) {
  const t = useText()
  const [form, setForm] = useState(known)
  const [saved, setSaved] = useState(false)
  const { busy, problem, run } = useWork()
  const change = (part: Partial<NotificationSettings>): void => {
    setSaved(false)
    setForm({ ...form, ...part })
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSaved(await run(async () => setForm(await saveSettings(form))))
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Card className="p-4 sm:p-5">
        <fieldset className="grid gap-3">
          <legend className="mb-3 font-semibold">{t('notifications.settings.channels')}</legend>
          {([...channels, 'inApp'] as const).map((channel) => (
            <Checkbox
              key={channel}
              label={t(`notifications.channel.${channel}`)}
              checked={form[channel]}
              onChange={(on) => change({ [channel]: on })}
            />
          ))}
        </fieldset>
      </Card>
      {categories.map((category) => (
        <Card key={category} className="p-4 sm:p-5">
          <Category
            category={category}
            value={form.categories[category]}
            settings={form}
            onChange={(value) => change({ categories: { ...form.categories, [category]: value } })}
          />
        </Card>
      ))}
      <Card className="grid gap-4 p-4 sm:p-5">
        <SelectField
          label={t('notifications.digest.label')}
          hint={t('notifications.digest.hint')}
          value={form.digest}
          onChange={(event) => change({ digest: event.target.value === 'DAILY' ? 'DAILY' : 'OFF' })}
        >
          <option value="OFF">{t('notifications.digest.OFF')}</option>
          <option value="DAILY">{t('notifications.digest.DAILY')}</option>
        </SelectField>
        {form.digest === 'DAILY' && (
          <TextField
            label={t('notifications.digest.at')}
            type="time"
            required
            value={form.digestAt}
            onChange={(event) => change({ digestAt: event.target.value })}
            className="max-w-40"
          />
        )}
      </Card>
      {saved && (
        <Notice tone="good" icon="check">
          {t('settings.saved')}
        </Notice>
      )}
      {problem !== null && <Notice>{problem.message}</Notice>}
      <Button type="submit" look="primary" busy={busy} className="justify-self-start">
        {t('common.save')}
      </Button>
    </form>
  )
}

interface CategoryProps {
  category: (typeof categories)[number]
  value: Channels
  settings: NotificationSettings
  onChange: (value: Channels) => void
}

function Category({ category, value, settings, onChange }: CategoryProps) {
  const t = useText()
  return (
    <fieldset className="grid gap-3">
      <legend className="font-semibold">{t(`notifications.category.${category}.name`)}</legend>
      <p className="text-[0.9375rem] text-soft">{t(`notifications.category.${category}.hint`)}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {channels.map((channel) => {
          // Whoever could switch these off for somebody would not be noticed.
          const always = category === 'security' && channel === 'email'
          return (
            <Checkbox
              key={channel}
              label={t(`notifications.channel.${channel}`)}
              checked={always || (value[channel] && settings[channel])}
              disabled={always || !settings[channel]}
              onChange={(on) => onChange({ ...value, [channel]: on })}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
