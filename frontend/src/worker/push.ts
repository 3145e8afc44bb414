/** What the services send to a browser, see `SendPush` of user-service. */
export interface Pushed {
  id: string
  title: string
  body: string
  /** The page to open: a path, an address of this app, or nothing. */
  url?: string
}

const INBOX = '/notifications'

/** Reads a push message; whatever cannot be read still leads to the inbox. */
export function readPush(text: string | undefined): Pushed {
  try {
    const { id, title, body, url } = JSON.parse(text ?? '') as Partial<Record<string, unknown>>
    if (typeof title === 'string' && title !== '') {
      return {
        id: typeof id === 'string' ? id : INBOX,
        title,
        body: typeof body === 'string' ? body : '',
        url: typeof url === 'string' ? url : '',
      }
    }
  } catch {
    // Not ours, or of a version to come.
  }
  return { id: INBOX, title: 'Personal Assistant', body: '' }
}

/** The address to open; never one outside of the app. */
export function pageToOpen(url: unknown, origin: string): string {
  const inbox = new URL(INBOX, origin)
  if (typeof url !== 'string' || url === '' || !URL.canParse(url, origin)) return inbox.href
  const page = new URL(url, origin)
  return page.origin === inbox.origin ? page.href : inbox.href
}
