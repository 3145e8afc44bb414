import { create } from 'zustand'

import { toProblem } from '@/shared/api/errors'
import type { QuickAdded } from '@/shared/api/types'
import { newId } from '@/shared/lib/ids'
import { exclusively } from '@/shared/lib/locks'
import { readAll, remove, write } from '@/shared/offline/database'

import { quickAdd } from './taskApi'
import { putTask } from './taskStore'

/** Something written down that the service does not have yet. */
export interface Capture {
  id: string
  text: string
  at: string
  /** Why the service did not take it; it waits for the person then, not for the network. */
  refusal?: string
}

interface CaptureState {
  waiting: Capture[]
  /** What was made of the last one that went through while this page was open. */
  added: QuickAdded | null
}

export const useCaptures = create<CaptureState>(() => ({ waiting: [], added: null }))

/** Writes the text down on this device, then tries to send it. */
export async function capture(text: string): Promise<void> {
  const entry: Capture = { id: newId(), text: text.trim(), at: new Date().toISOString() }
  await store(entry)
  await sendCaptures()
}

/** Sends what waits, in the order written; one tab at a time, and the service takes each id once. */
export function sendCaptures(): Promise<void> {
  return exclusively('assistant.captures', async () => {
    await readCaptures()
    for (const entry of useCaptures.getState().waiting) {
      if (entry.refusal === undefined && !(await deliver(entry))) return
    }
  })
}

export async function readCaptures(): Promise<void> {
  const kept = (await readAll('captures').catch(() => null)) as Capture[] | null
  if (kept !== null) useCaptures.setState({ waiting: kept })
}

export async function discardCapture(id: string): Promise<void> {
  await remove('captures', id)
  useCaptures.setState(({ waiting }) => ({ waiting: waiting.filter((it) => it.id !== id) }))
}

export function clearCaptures(): void {
  useCaptures.setState({ waiting: [], added: null })
}

export function dismissAdded(): void {
  useCaptures.setState({ added: null })
}

/** False when the rest has to wait as well. */
async function deliver(entry: Capture): Promise<boolean> {
  try {
    const added = await quickAdd(entry.id, entry.text)
    putTask(added.task)
    await discardCapture(entry.id)
    useCaptures.setState({ added })
    return true
  } catch (error) {
    const problem = toProblem(error)
    if (problem.status !== 400 && problem.status !== 422) return false
    await store({ ...entry, refusal: problem.message })
    return true
  }
}

async function store(entry: Capture): Promise<void> {
  useCaptures.setState(({ waiting }) => ({
    waiting: [...waiting.filter((it) => it.id !== entry.id), entry],
  }))
  await write('captures', entry.id, entry).catch(() => undefined)
}
