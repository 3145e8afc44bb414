import { expect, it } from 'vitest'

import { apiPath } from './paths'

it('fills and encodes the names of a template', () => {
  expect(apiPath('/api/v1/tasks/{id}/complete', { id: 'a/b' })).toBe('/api/v1/tasks/a%2Fb/complete')
})

it('leaves out query values that are not set', () => {
  expect(apiPath('/api/v1/tasks', {}, { limit: 5, status: null, cursor: undefined })).toBe(
    '/api/v1/tasks?limit=5',
  )
})

it('refuses to build an address with a hole', () => {
  expect(() => apiPath('/api/v1/tasks/{id}', { id: '' })).toThrow('needs id')
})
