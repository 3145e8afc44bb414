/** Runs the work while no other tab runs work of that name; without Web Locks, runs it at once. */
export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(name, work)
}
