// Until the documents of these services are there: their operations as DESIGN has them.
import type {
  Conversation,
  Exchange,
  Message,
  NextTask,
  QuickAdded,
  Task,
  TaskChange,
} from './types'

interface Page<T> {
  items: T[]
  nextCursor?: string | null
}
type Op<Answer, Path = undefined, Query = undefined, Body = undefined> = {
  parameters: { path: Path; query?: Query }
  responses: { 200: { content: { 'application/json': Answer } } }
} & (Body extends undefined ? object : { requestBody: { content: { 'application/json': Body } } })
type Id = { id: string }
type Paging = { limit?: number; cursor?: string }

export interface ChatPaths {
  '/api/v1/chat/messages': {
    post: Op<
      Exchange,
      undefined,
      undefined,
      { id?: string | null; conversationId?: string | null; content: string }
    >
  }
  '/api/v1/chat/messages/{id}/stop': { post: Op<Message, Id> }
  '/api/v1/chat/conversations': { get: Op<Page<Conversation>, undefined, Paging> }
  '/api/v1/chat/conversations/{id}': { delete: Op<undefined, Id> }
  '/api/v1/chat/conversations/{id}/messages': { get: Op<Page<Message>, Id, Paging> }
  '/api/v1/tasks': { get: Op<Page<Task>, undefined, Paging & { status?: string }> }
  '/api/v1/tasks/next': { get: Op<NextTask> }
  '/api/v1/tasks/quick-add': {
    post: Op<QuickAdded, undefined, undefined, { id?: string | null; text: string }>
  }
  '/api/v1/tasks/{id}': { patch: Op<Task, Id, undefined, TaskChange>; delete: Op<undefined, Id> }
  '/api/v1/tasks/{id}/complete': { post: Op<Task, Id> }
  '/api/v1/tasks/{id}/reopen': { post: Op<Task, Id> }
  '/api/v1/tasks/{id}/not-today': { post: Op<Task, Id> }
}
