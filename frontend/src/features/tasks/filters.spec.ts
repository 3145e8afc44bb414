import { expect, it } from 'vitest'

import { someTask } from '@/testing/fixtures'

import { filtersOf, searchOf, select, tagsOf } from './filters'

const today = '2026-11-23'
const tasks = [
  someTask({ id: '1', title: 'Llamar al médico', tags: ['health'], priority: 'HIGH' }),
  someTask({ id: '2', title: 'Water the plants', tags: ['home'], dueDate: today }),
  someTask({ id: '3', title: 'Old', status: 'DONE', tags: ['home'] }),
  someTask({ id: '4', title: 'Letter', notes: 'for the plants', dueDate: '2026-11-20' }),
  someTask({ id: '5', title: 'Gone', status: 'DROPPED' }),
]

const shown = (address: string): string[] =>
  select(tasks, filtersOf(new URLSearchParams(address)), today).map((task) => task.id)

it('narrows by what the address says', () => {
  expect(shown('')).toEqual(['4', '2', '1'])
  expect(shown('show=today')).toEqual(['4', '2'])
  expect(shown('show=done')).toEqual(['3'])
  expect(shown('q=MEDICO')).toEqual(['1'])
  expect(shown('q=plants+the')).toEqual(['4', '2'])
  expect(shown('tag=home')).toEqual(['2'])
  expect(shown('priority=HIGH')).toEqual(['1'])
  expect(shown('view=board')).toHaveLength(4)
})

it('takes no nonsense from the address, and gives back what it understood', () => {
  const filters = filtersOf(new URLSearchParams('show=all&view=cloud&priority=URGENT&q=a&tag=b'))
  expect(searchOf(filters)).toEqual({ q: 'a', tag: 'b' })
  expect(tagsOf(tasks)).toEqual(['health', 'home'])
})
