const NULL = '\0'

/** A WebSocket whose server end speaks just enough STOMP and is played by the test. */
export class StompSocket {
  static opened: StompSocket[] = []
  /** True while the gateway refuses every handshake. */
  static refusing = false

  static latest(): StompSocket {
    const socket = StompSocket.opened.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }

  readonly sent: { command: string; destination: string | undefined; body: string }[] = []
  readonly binaryType = 'arraybuffer'
  readyState = 0
  onopen: (() => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    StompSocket.opened.push(this)
    queueMicrotask(() => {
      if (StompSocket.refusing) {
        this.close(1006)
        return
      }
      this.readyState = 1
      this.onopen?.()
    })
  }

  send(frame: string): void {
    const [head = '', body = ''] = frame.split('\n\n')
    const [command = '', ...headers] = head.split('\n')
    const destination = headers.find((it) => it.startsWith('destination:'))?.slice(12)
    this.sent.push({ command, destination, body: body.replace(NULL, '') })
    if (command === 'CONNECT') this.receive('CONNECTED\nversion:1.2\nheart-beat:0,0\n\n')
    if (command === 'DISCONNECT') this.close()
  }

  /** The bodies that the client sent to a destination. */
  sentTo(destination: string): unknown[] {
    return this.sent
      .filter((frame) => frame.destination === destination && frame.command === 'SEND')
      .map((frame) => JSON.parse(frame.body) as unknown)
  }

  tell(seq: number, type: string, data: unknown): void {
    const at = new Date(1_800_000_000_000 + seq).toISOString()
    const body = JSON.stringify({ seq, type, at, data })
    this.receive(`MESSAGE\nsubscription:sub-0\nmessage-id:${seq}\ndestination:/q\n\n${body}`)
  }

  close(code = 1000): void {
    this.readyState = 3
    this.onclose?.({ code })
  }

  private receive(frame: string): void {
    this.onmessage?.({ data: `${frame}${NULL}` })
  }
}
