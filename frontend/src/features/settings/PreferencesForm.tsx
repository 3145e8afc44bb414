import { useState } from 'react'
import type { FormEvent } from 'react'

import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Preferences } from '@/shared/api/types'
import { changeLanguage, languageOf, languages, useText } from '@/shared/i18n/i18n'
import { deviceTimeZone, showTimesIn } from '@/shared/lib/time'
import { useResource } from '@/shared/lib/useResource'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { SelectField } from '@/shared/ui/Field'
import { Loading } from '@/shared/ui/Loading'
import { Notice } from '@/shared/ui/Notice'

import { readPreferences, savePreferences } from './settingsApi'

const names = { en: 'English', es: 'Español', pt: 'Português' }
const zones = Intl.supportedValuesOf('timeZone')

/** Language and time zone: what the assistant speaks, and what "tomorrow at 5" means. */
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
