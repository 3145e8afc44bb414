interface Props {
  facts: Record<string, unknown> | null | undefined
}

/** What a record holds, name by name, as the service wrote it. */
export function Facts({ facts }: Props) {
  const known = Object.entries(facts ?? {}).filter(([, value]) => value != null && value !== '')
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 break-words">
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
