import { toProblem } from '@/shared/api/errors'
import { newId } from '@/shared/lib/ids'

import { changeConversation, editMessage, listMessages, regenerateMessage } from './chatApi'
import { edit, loadThread, take, useChat } from './chatStore'
import { replaced, withMessage } from './thread'
import type { Line } from './thread'

/** Has a question answered once more; the answers before stay as versions. */
export async function regenerate(line: Line): Promise<void> {
  const id = newId()
  const begun: Line = {
    id,
    conversationId: line.conversationId,
    parentId: line.parentId ?? null,
    role: 'ASSISTANT',
    content: '',
    status: 'PENDING',
    toolCalls: [],
    siblingIds: [...line.siblingIds, id],
    createdAt: new Date().toISOString(),
  }
  edit(line.conversationId, (thread) => withMessage(thread, begun))
  try {
    take(await regenerateMessage(line.id, id))
  } catch (error) {
    await loadThread(line.conversationId)
    useChat.setState({ problem: toProblem(error) })
  }
}

/** Says it differently, with the answer to that; what was there stays as a version. */
export async function revise(line: Line, id: string, content: string): Promise<void> {
  take(await editMessage(line.id, { id, content }))
}

/** Shows the branch with the message, which goes on behind its newest one. */
export async function showVersion(conversationId: string, messageId: string): Promise<void> {
  try {
    await changeConversation(conversationId, { activeLeafId: messageId })
    const { items, nextCursor } = await listMessages(conversationId)
    edit(conversationId, (thread) => replaced(thread, items))
    useChat.setState(({ earlier }) => ({
      problem: null,
      earlier: { ...earlier, [conversationId]: nextCursor ?? null },
    }))
  } catch (error) {
    useChat.setState({ problem: toProblem(error) })
  }
}
