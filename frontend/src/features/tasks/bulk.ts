import { toProblem } from '@/shared/api/errors'
import type { Problem } from '@/shared/api/errors'
import type { Task } from '@/shared/api/types'
import { refreshTasks } from '@/shared/tasks/taskStore'

export interface Outcome {
  done: number
  /** Those that stay chosen, because the service did not take them. */
  left: string[]
  problem: Problem | null
}

/** So many at once that it is quick and nobody else waits. */
const AT_ONCE = 4

/** Does the same with many tasks, and says what became of each. */
export async function withAll(
  tasks: Task[],
  work: (task: Task) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, left: [], problem: null }
  const waiting = [...tasks]
  const next = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      try {
        await work(task)
        outcome.done += 1
      } catch (error) {
        outcome.left.push(task.id)
        outcome.problem = toProblem(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  await refreshTasks()
  return outcome
}
