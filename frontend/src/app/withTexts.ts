import { loadAccountTexts } from '@/shared/i18n/i18n'

/** A page that is opened rarely enough to bring its texts along. */
export async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  await loadAccountTexts()
  return page
}
