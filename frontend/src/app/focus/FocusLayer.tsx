import { useFocus } from '@/shared/focus/focusStore'

import { EndedLine } from './EndedLine'
import { FocusBar } from './FocusBar'
import { ParkDialog } from './ParkDialog'
import { StartDialog } from './StartDialog'

/** The timer that stays while pages change, and what can be asked about it. */
export function FocusLayer() {
  const { current, ended, checkIn, wish, parking } = useFocus()
  return (
    <>
      {current !== null && <FocusBar session={current} checkIn={checkIn} />}
      {current === null && ended !== null && <EndedLine session={ended} />}
      {wish !== null && current === null && <StartDialog taskId={wish.taskId} />}
      {parking && current !== null && <ParkDialog session={current} />}
    </>
  )
}
