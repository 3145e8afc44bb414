import i18next from 'i18next'
import { useSyncExternalStore } from 'react'

import type account from './locales/account-en.json'
import type english from './locales/en.json'

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>
}[keyof Node & string]
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'many' | 'other'}`
  ? Stem
  : Key

/** A text of the catalogue; English is the one that defines which there are. */
export type TextKey = Leaves<typeof english> | Leaves<typeof account>
export type Language = 'en' | 'es' | 'pt'
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

export const languages: readonly Language[] = ['en', 'es', 'pt']
const REMEMBERED = 'assistant.language'

const catalogues: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./locales/en.json'),
  es: () => import('./locales/es.json'),
  pt: () => import('./locales/pt.json'),
}

/** Texts of pages that are rarely opened, loaded with the first of them. */
const accountCatalogues: typeof catalogues = {
  en: () => import('./locales/account-en.json'),
  es: () => import('./locales/account-es.json'),
  pt: () => import('./locales/account-pt.json'),
}
let accountWanted = false

/** The language of a locale such as `pt-BR`, if it is one of ours. */
export function languageOf(locale: string | null | undefined): Language | null {
  const tag = (locale ?? '').slice(0, 2).toLowerCase()
  return languages.find((it) => it === tag) ?? null
}

export function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(REMEMBERED), ...navigator.languages]
  return wishes.map(languageOf).find((it) => it !== null) ?? 'en'
}

export async function startTexts(first: Language = preferredLanguage()): Promise<void> {
  await i18next.init({
    lng: first,
    fallbackLng: false,
    resources: { [first]: { translation: (await catalogues[first]()).default } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = first
}

/** Has the texts of the account's pages at hand, now and after a change of language. */
export async function loadAccountTexts(): Promise<void> {
  accountWanted = true
  await addAccountTexts(language())
}

async function addAccountTexts(wanted: Language): Promise<void> {
  const { default: texts } = await accountCatalogues[wanted]()
  i18next.addResourceBundle(wanted, 'translation', texts, true)
}

export async function changeLanguage(next: Language): Promise<void> {
  if (!i18next.hasResourceBundle(next, 'translation')) {
    i18next.addResourceBundle(next, 'translation', (await catalogues[next]()).default)
  }
  if (accountWanted) await addAccountTexts(next)
  await i18next.changeLanguage(next)
  document.documentElement.lang = next
  localStorage.setItem(REMEMBERED, next)
}

export function language(): Language {
  return languageOf(i18next.language) ?? 'en'
}

export const text: Translate = (key, values) => i18next.t(key, values ?? {})

export function hasText(key: string): key is TextKey {
  return i18next.exists(key)
}

function onChange(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}

/** The translate function; the component renders again when the language changes. */
export function useText(): Translate {
  useSyncExternalStore(onChange, language)
  return text
}
