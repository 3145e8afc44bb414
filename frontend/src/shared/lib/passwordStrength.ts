export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** How hard a password is to guess: 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4

const worn =
  /pass(?:word|wort)?|contraseña|senha|qwert[yz]?|asdf|letmein|welcome|admin|iloveyou|1234\d*|abcd?e?f?/gi

/**
 * An estimate to guide while one types; the service has the last word. What is repeated, in a row,
 * worn, or about the person counts little.
 */
export function strengthOf(password: string, about: string[] = []): Strength {
  if (password.length < SHORTEST_PASSWORD) return 0
  let rest = password.toLowerCase().replaceAll(worn, '·')
  for (const word of about.flatMap((it) => it.toLowerCase().split(/[^\p{L}\d]+/u))) {
    if (word.length > 2) rest = rest.replaceAll(word, '·')
  }
  const symbols = Array.from(rest)
  const fresh = symbols.filter((it, index) => {
    const step = (it.codePointAt(0) ?? 0) - (symbols[index - 1]?.codePointAt(0) ?? -9)
    return Math.abs(step) > 1
  })
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((it) => it.test(password)).length
  const worth = Math.min(new Set(fresh).size * 1.5, fresh.length) + (kinds - 1) * 2
  if (worth < 9) return 1
  if (worth < 13) return 2
  return worth < 18 ? 3 : 4
}
