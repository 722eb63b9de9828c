import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface Port43 {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The lines that were asked, in order. */
  readonly questions: string[];
  /** Connections that are open now. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
}

/** A real port-43 server on loopback: `answer` gets the question's line and the connection. */
export const startPort43 = async (answer: (question: string, connection: Socket) => void): Promise<Port43> => {
  const connections = new Set<Socket>();
  const questions: string[] = [];
  const server = createServer((connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    connection.on('error', () => connection.destroy());
    let received = '';
    connection.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!received.endsWith('\r\n')) return;
      const question = received.slice(0, -2);
      received = '';
      questions.push(question);
      answer(question, connection);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object; a string is only a pipe's.
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    questions,
    open: () => connections.size,
    close: () => {
      for (const connection of connections) connection.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
