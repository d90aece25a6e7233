import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js';
import { NOTE } from '../../core/mcp/answer.ts';
import { readToolCall } from './tool-call.ts';
import { TOOLS, type ToolName } from './tools.ts';

/** How far a long answer has come. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** In our own words. */
  readonly message: string;
}

export interface McpOptions {
  readonly version: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** How many targets there are. */
  readonly targets: number;
  /** Answers a call. `signal` ends when the client no longer wants to know. */
  readonly answer: (
    tool: ToolName,
    target: number | undefined,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ) => Promise<object>;
  readonly onError: (error: Error) => void;
}

// Whatever a client may send in one message. More ends the connection.
const MAX_MESSAGE_BYTES = 16 * 1_048_576;

/** Serves a client over standard input and output until it has gone. */
export async function serveMcp({ version, stdin, stdout, targets, answer, onError }: McpOptions): Promise<void> {
  const server = new Server(
    { name: 'pilot-light', title: 'Pilot Light', version },
    {
      capabilities: { tools: {} },
      instructions: `Tells whether the local Claude proxy works, and if not, why. ${NOTE}`,
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map((tool) => ({ ...tool })) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const call = readToolCall(params.name, params.arguments, targets);
    if (!call.ok) throw new McpError(ErrorCode.InvalidParams, call.why);
    // So the protocol calls it.
    // oxlint-disable-next-line no-underscore-dangle
    const token = params._meta?.progressToken;
    const tell = ({ done, all, message }: Progress): void => {
      if (token === undefined) return;
      const progress = { progressToken: token, progress: done, total: all, message };
      sendNotification({ method: 'notifications/progress', params: progress }).catch(onError);
    };
    const told = await answer(call.tool, call.target, tell, signal);
    return { content: [{ type: 'text', text: JSON.stringify(told) }], structuredContent: { ...told } };
  });
  const gone = new Promise<void>((resolve) => {
    Object.assign(server, { onerror: onError, onclose: resolve });
    stdin.once('end', resolve);
    stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport(stdin, stdout, { maxBufferSize: MAX_MESSAGE_BYTES }));
  await gone;
  await server.close();
}
