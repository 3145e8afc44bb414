import { useText } from '@/shared/i18n/i18n'

interface Props {
  rows?: number
}

/** Grey lines where content will be. */
export function Loading({ rows = 3 }: Props) {
  const t = useText()
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="h-16 animate-breathe rounded-2xl bg-sunken" />
      ))}
    </div>
  )
}
