/** What opens above the page. */
export type Overlay = 'palette' | 'keys' | 'capture'

export const OPEN = 'assistant:open'

/** Opens it once the listener is there, which comes after the page. */
export function openOverlay(overlay: Overlay): void {
  dispatchEvent(new CustomEvent<Overlay>(OPEN, { detail: overlay }))
}
