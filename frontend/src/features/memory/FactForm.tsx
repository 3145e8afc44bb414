import { useState } from 'react'

import { Button } from '@/shared/ui/Button'
import { TextField } from '@/shared/ui/Field'

const LONGEST = 500

interface Props {
  label: string
  submit: string
  initial?: string
  /** True when it was taken. */
  onSubmit: (fact: string) => Promise<boolean>
}

/** One line that becomes a fact. */
export function FactForm({ label, submit, initial = '', onSubmit }: Props) {
  const [fact, setFact] = useState(initial)
  const send = async (): Promise<void> => {
    if (await onSubmit(fact.trim())) setFact('')
  }
  return (
    <form
      className="mb-6 grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        label={label}
        value={fact}
        maxLength={LONGEST}
        onChange={(event) => setFact(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={fact.trim() === ''}>
        {submit}
      </Button>
    </form>
  )
}
