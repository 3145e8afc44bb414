import axios from 'axios'

import { hasText, language, text } from '@/shared/i18n/i18n'
import { PasskeyProblem } from '@/shared/lib/passkeyProblem'

/** What went wrong, ready to be shown: one sentence for the person, a code for the program. */
export interface Problem {
  status: number
  code: string
  message: string
  /** Message per field of the form, by the field's name. */
  fields: Record<string, string>
  /** True when the request did not reach the service, so it may simply be sent again later. */
  unreachable: boolean
  /** How many wrong codes are still forgiven. */
  attemptsLeft?: number
}

interface ProblemBody {
  code?: string
  detail?: string
  attemptsLeft?: number
  errors?: { field: string; message: string }[]
}

/** The one place that turns anything thrown into a {@link Problem}. */
export function toProblem(error: unknown): Problem {
  if (error instanceof PasskeyProblem) {
    return problem(0, `passkey-${error.reason}`, text(`auth.passkeyProblem.${error.reason}`), {})
  }
  if (!axios.isAxiosError<ProblemBody>(error)) {
    return problem(0, 'unexpected', text('errors.unexpected'), {})
  }
  const { response } = error
  if (response === undefined || [502, 503, 504].includes(response.status)) {
    const code = response === undefined ? 'offline' : 'unavailable'
    return {
      ...problem(response?.status ?? 0, code, text(`errors.${code}`), {}),
      unreachable: true,
    }
  }
  const body: ProblemBody = typeof response.data === 'object' ? response.data : {}
  const code = body.code ?? `http-${response.status}`
  const fields = Object.fromEntries((body.errors ?? []).map((it) => [it.field, it.message]))
  return {
    ...problem(response.status, code, sentence(response.status, code, body.detail), fields),
    ...(body.attemptsLeft !== undefined && { attemptsLeft: body.attemptsLeft }),
  }
}

function sentence(status: number, code: string, detail: string | undefined): string {
  const known = `errors.${code}`
  if (hasText(known)) return text(known)
  if (language() === 'en' && detail !== undefined && detail !== '') return detail
  if (status === 429) return text('errors.too-many-requests')
  if (status === 404) return text('errors.not-found')
  return text(status >= 500 ? 'errors.unexpected' : 'errors.refused')
}

function problem(
  status: number,
  code: string,
  message: string,
  fields: Record<string, string>,
): Problem {
  return { status, code, message, fields, unreachable: false }
}
