const shapes = {
  today:
    'M12 3v2m0 14v2m9-9h-2M5 12H3m15.4-6.4-1.5 1.5M7.1 16.9l-1.5 1.5m12.8 0-1.5-1.5M7.1 7.1 5.6 5.6M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  chat: 'M20 12a7.5 7.5 0 0 1-7.5 7.5H5l1.3-2.6A7.5 7.5 0 1 1 20 12Z',
  tasks: 'm4 7 1.5 1.5L8.5 5.5M4 16l1.5 1.5 3-3M12 7.5h8M12 16.5h8',
  connections:
    'M9.5 14.5a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1m3 2.7a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  usage: 'M5 20v-6m7 6V5m7 15v-9',
  devices: 'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v9H4v-9ZM2.5 18.5h19',
  settings: 'M4 7h9m4 0h3M4 12h3m4 0h9M4 17h9m4 0h3M15 5v4M9 10v4m6 1v4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  search: 'm19.5 19.5-4.3-4.3m2-4.7a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  plus: 'M12 5v14M5 12h14',
  send: 'M12 19V5m-6 6 6-6 6 6',
  stop: 'M8 8h8v8H8z',
  close: 'm6 6 12 12M18 6 6 18',
  trash: 'M5 7h14M10 7V4.5h4V7m-7.5 0 1 12.5h9l1-12.5M10 11v5m4-5v5',
  edit: 'm5 19 .8-3.8L16 5l3 3L8.8 18.2 5 19Z',
  undo: 'M8 6 4 10l4 4m-4-4h10a5 5 0 0 1 0 10h-3',
  clock: 'M12 7.5V12l3 2m5-2a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z',
  focus: 'M12 8.5V12l2 1.5M9.5 3h5M12 3v2m7 8a7 7 0 1 1-14 0 7 7 0 0 1 14 0Zm-1.5-6 1.5-1.5',
  pause: 'M9 6v12m6-12v12',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  repeat:
    'M5 11V9.5A2.5 2.5 0 0 1 7.5 7H19m-3-3 3 3-3 3m3 3v1.5a2.5 2.5 0 0 1-2.5 2.5H5m3 3-3-3 3-3',
  pin: 'M9 4h6l-.8 5.5L17 12.5H7l2.8-3L9 4Zm3 8.5V20',
  archive: 'M4.5 5h15v4h-15zM6 9v10h12V9m-8 3.5h4',
  forward: 'm9.5 6 6 6-6 6',
  board: 'M4.5 5h4v14h-4zM10 5h4v9h-4zM15.5 5h4v11h-4z',
  grip: 'M9 6.5v.01M15 6.5v.01M9 12v.01M15 12v.01M9 17.5v.01M15 17.5v.01',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
  calendar:
    'M5 7.5A1.5 1.5 0 0 1 6.5 6h11A1.5 1.5 0 0 1 19 7.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-11ZM5 11h14M9 4v4m6-4v4',
  bell: 'M12 4a5.5 5.5 0 0 0-5.5 5.5c0 4-2 5.5-2 7h15c0-1.5-2-3-2-7A5.5 5.5 0 0 0 12 4Zm-2 12.5a2 2 0 0 0 4 0',
  flag: 'M6 20V5m0 0c4-2.5 8 2.5 12 0v8.5c-4 2.5-8-2.5-12 0',
  mail: 'M4 7.5A1.5 1.5 0 0 1 5.5 6h13A1.5 1.5 0 0 1 20 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 16.5v-9Zm.5.5 7.5 5.5L19.5 8',
  phone:
    'M8 5.5A1.5 1.5 0 0 1 9.5 4h5A1.5 1.5 0 0 1 16 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 8 18.5v-13ZM11 17h2',
  list: 'M5 7h14M5 12h14M5 17h9',
  back: 'M14.5 6 8.5 12l6 6',
  leave:
    'M14 7.5V5.5A1.5 1.5 0 0 0 12.5 4h-6A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20h6a1.5 1.5 0 0 0 1.5-1.5v-2M10 12h10m-3-3 3 3-3 3',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9m0-4.5V9H15',
  spark: 'M12 4c.6 4.5 3.5 7.4 8 8-4.5.6-7.4 3.5-8 8-.6-4.5-3.5-7.4-8-8 4.5-.6 7.4-3.5 8-8Z',
  wait: 'M12 8v4.5m0 3v.5m8-4a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z',
  shield: 'M12 4 5.5 6.5v5c0 4 2.7 7 6.5 8.5 3.8-1.5 6.5-4.5 6.5-8.5v-5L12 4Zm-3 8 2 2 4-4',
  key: 'M14 14a4.5 4.5 0 1 0-3.8-2.1L4.5 17.5V20H8v-2h2v-2l2.1-2.1A4.5 4.5 0 0 0 14 14Zm1.5-4.6v.1',
  copy: 'M9 9h10v11H9zM15 6V4H5v11h1.5',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14',
  print: 'M7.5 9V4.5h9V9m-9 7.5H5v-7h14v7h-2.5m-9-2.5h9v5.5h-9z',
  place:
    'M12 20.5c4-4.5 6-7.5 6-10.5a6 6 0 1 0-12 0c0 3 2 6 6 10.5Zm2-10.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
} as const

export type IconName = keyof typeof shapes

export const iconNames = Object.keys(shapes) as IconName[]

interface Props {
  name: IconName
  className?: string
}

/** A line icon that says nothing by itself: the text beside it does. */
export function Icon({ name, className = 'size-5' }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  )
}
