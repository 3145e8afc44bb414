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

type Catalogue = Map<string, string>

const loaded = new Map<Language, Catalogue>()
const listeners = new Set<() => void>()
let spoken: Language = 'en'

export async function startTexts(first: Language = preferredLanguage()): Promise<void> {
  add(first, (await catalogues[first]()).default)
  speak(first)
}

/** Has the texts of the account's pages at hand, now and after a change of language. */
export async function loadAccountTexts(): Promise<void> {
  accountWanted = true
  await addAccountTexts(spoken)
}

async function addAccountTexts(wanted: Language): Promise<void> {
  add(wanted, (await accountCatalogues[wanted]()).default)
}

export async function changeLanguage(next: Language): Promise<void> {
  if (!loaded.has(next)) add(next, (await catalogues[next]()).default)
  if (accountWanted) await addAccountTexts(next)
  speak(next)
  localStorage.setItem(REMEMBERED, next)
}

function add(wanted: Language, texts: object): void {
  const catalogue = loaded.get(wanted) ?? new Map<string, string>()
  loaded.set(wanted, catalogue)
  flatten(texts, '', catalogue)
}

function flatten(node: object, prefix: string, into: Catalogue): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') into.set(prefix + key, value)
    else flatten(value as object, `${prefix}${key}.`, into)
  }
}

function speak(next: Language): void {
  spoken = next
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export function language(): Language {
  return spoken
}

/** The text with its values in place; `count` chooses among the forms that the language has for numbers. */
export const text: Translate = (key, values = {}) => {
  const found = find(key, values['count']) ?? key
  return found.replaceAll(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(values[name] ?? ''))
}

function find(key: string, count: string | number | undefined): string | undefined {
  const catalogue = loaded.get(spoken)
  if (typeof count !== 'number') return catalogue?.get(key)
  const form = new Intl.PluralRules(spoken).select(count)
  return catalogue?.get(`${key}_${form}`) ?? catalogue?.get(`${key}_other`) ?? catalogue?.get(key)
}

export function hasText(key: string): key is TextKey {
  return loaded.get(spoken)?.has(key) === true
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The translate function; the component renders again when the language changes. */
export function useText(): Translate {
  useSyncExternalStore(onChange, language)
  return text
}
