interface Props {
  className?: string
}

/** The product's mark: one dot held by a ring, the one thing to do now. */
export function Mark({ className = 'size-9' }: Props) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className={`shrink-0 ${className}`}>
      <rect width="48" height="48" rx="13" className="fill-accent" />
      <path
        d="M35 24a11 11 0 1 1-5.2-9.35"
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="24" cy="24" r="4.5" className="fill-on-accent" />
    </svg>
  )
}
