interface Props {
  /** How much went by, from 0 to 1. */
  share: number
  className?: string
}

const AROUND = 2 * Math.PI * 20

/** Time as an amount that shrinks, to be seen at a glance; the figure beside it says it in words. */
export function TimeRing({ share, className = 'size-9' }: Props) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className={`shrink-0 -rotate-90 ${className}`}>
      <circle cx="24" cy="24" r="20" fill="none" strokeWidth="6" className="stroke-line" />
      <circle
        cx="24"
        cy="24"
        r="20"
        fill="none"
        strokeWidth="6"
        strokeLinecap={share < 1 ? 'round' : 'butt'}
        strokeDasharray={AROUND}
        strokeDashoffset={AROUND * share}
        className="stroke-accent"
      />
    </svg>
  )
}
