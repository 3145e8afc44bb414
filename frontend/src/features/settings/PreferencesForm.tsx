import { useState } from 'react'
import type { FormEvent } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Preferences } from '@/shared/api/types'
import { changeLanguage, languageOf, languages, useText } from '@/shared/i18n/i18n'
import { applyLooks } from '@/shared/lib/looks'
import { deviceTimeZone, showTimesIn } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Checkbox } from '@/shared/ui/Checkbox'
import { SelectField } from '@/shared/ui/Field'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { HoursField } from './HoursField'
import { readPreferences, savePreferences } from './settingsApi'

const names = { en: 'English', es: 'Español', pt: 'Português' }
const themes: Preferences['theme'][] = ['SYSTEM', 'LIGHT', 'DARK']
const energies: NonNullable<Preferences['energyPattern']>[] = [
  'MORNING',
  'MIDDAY',
  'EVENING',
  'VARIES',
]
const tones: NonNullable<Preferences['tone']>[] = ['WARM', 'DIRECT', 'PLAYFUL']
const zones = Intl.supportedValuesOf('timeZone')

/** How the assistant speaks, when it may, and how the app looks. */
export function PreferencesForm() {
  const { value, problem } = useResource(readPreferences)
  if (value !== null) return <Form known={value} />
  return problem === null ? <Loading rows={1} /> : <Notice>{problem.message}</Notice>
}

function Form({ known }: { known: Preferences }) {
  const t = useText()
  const [form, setForm] = useState(known)
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | Problem>('idle')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState('busy')
    try {
      const saved = await savePreferences(form)
      setForm(saved)
      showTimesIn(saved.timeZone)
      applyLooks(saved)
      await changeLanguage(languageOf(saved.locale) ?? 'en')
      setState('saved')
    } catch (error) {
      setState(toProblem(error))
    }
  }
  const here = deviceTimeZone()
  return (
    <Card className="p-4 sm:p-5">
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <SelectField
          label={t('settings.language')}
          value={languageOf(form.locale) ?? 'en'}
          onChange={(event) => setForm({ ...form, locale: event.target.value })}
        >
          {languages.map((it) => (
            <option key={it} value={it}>
              {names[it]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('settings.timeZone')}
          hint={t('settings.timeZoneHint')}
          value={form.timeZone}
          onChange={(event) => setForm({ ...form, timeZone: event.target.value })}
        >
          {[...new Set([form.timeZone, here, ...zones])].map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <HoursField
          label={t('settings.workingHours')}
          hint={t('settings.workingHoursHint')}
          value={form.workingHours}
          proposal={{ start: '09:00', end: '17:30' }}
          onChange={(workingHours) => setForm({ ...form, workingHours })}
        />
        <HoursField
          label={t('settings.quietHours')}
          hint={t('settings.quietHoursHint')}
          value={form.quietHours}
          proposal={{ start: '22:00', end: '07:00' }}
          onChange={(quietHours) => setForm({ ...form, quietHours })}
        />
        <SelectField
          label={t('settings.energy.label')}
          hint={t('settings.energy.hint')}
          value={form.energyPattern ?? ''}
          onChange={(event) => {
            const chosen = energies.find((it) => it === event.target.value)
            setForm({ ...form, energyPattern: chosen ?? null })
          }}
        >
          <option value="">{t('settings.unsaid')}</option>
          {energies.map((it) => (
            <option key={it} value={it}>
              {t(`settings.energy.${it}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('settings.tone.label')}
          value={form.tone ?? ''}
          onChange={(event) => {
            const chosen = tones.find((it) => it === event.target.value)
            setForm({ ...form, tone: chosen ?? null })
          }}
        >
          <option value="">{t('settings.unsaid')}</option>
          {tones.map((it) => (
            <option key={it} value={it}>
              {t(`settings.tone.${it}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('settings.theme.label')}
          value={form.theme}
          onChange={(event) => {
            const chosen = themes.find((it) => it === event.target.value)
            setForm({ ...form, theme: chosen ?? 'SYSTEM' })
          }}
        >
          {themes.map((it) => (
            <option key={it} value={it}>
              {t(`settings.theme.${it}`)}
            </option>
          ))}
        </SelectField>
        <Checkbox
          label={t('settings.reducedMotion')}
          hint={t('settings.reducedMotionHint')}
          checked={form.reducedMotion}
          onChange={(reducedMotion) => setForm({ ...form, reducedMotion })}
        />
        {state === 'saved' && (
          <Notice tone="good" icon="check">
            {t('settings.saved')}
          </Notice>
        )}
        {typeof state === 'object' && <Notice>{state.message}</Notice>}
        <Button type="submit" look="primary" busy={state === 'busy'} className="justify-self-start">
          {t('common.save')}
        </Button>
      </form>
    </Card>
  )
}
