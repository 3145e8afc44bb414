const NAME = 'assistant'
const STORES = ['snapshot', 'captures'] as const
export type StoreName = (typeof STORES)[number]

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => {
      for (const store of STORES) request.result.createObjectStore(store)
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      opened = null
      reject(request.error ?? new Error('IndexedDB cannot be opened'))
    })
  })
  return opened
}

async function run<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = work(transaction.objectStore(store))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('IndexedDB refused the work')),
    )
  })
}

export function read(store: StoreName, key: string): Promise<unknown> {
  return run<unknown>(store, 'readonly', (objects) => objects.get(key))
}

/** Everything in the store, in the order of its keys. */
export function readAll(store: StoreName): Promise<unknown[]> {
  return run<unknown[]>(store, 'readonly', (objects) => objects.getAll())
}

export async function write(store: StoreName, key: string, value: unknown): Promise<void> {
  await run(store, 'readwrite', (objects) => objects.put(value, key))
}

export async function remove(store: StoreName, key: string): Promise<void> {
  await run(store, 'readwrite', (objects) => objects.delete(key))
}

/** Forgets everything that this device keeps about the person. */
export async function forgetEverything(): Promise<void> {
  await Promise.all(STORES.map((store) => run(store, 'readwrite', (objects) => objects.clear())))
}
