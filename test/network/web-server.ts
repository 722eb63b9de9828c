import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

export interface WebServer {
  readonly port: number;
  /** Request targets, in order. */
  readonly requests: string[];
  readonly open: () => number;
  readonly close: () => Promise<void>;
}

export const certificateFile = (name: 'authority' | 'valid' | 'other-name' | 'expired'): string =>
  readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');

/** A real web server on loopback; with a certificate it speaks https. */
export const startWebServer = async (
  respond: RequestListener,
  certificate?: 'valid' | 'other-name' | 'expired',
): Promise<WebServer> => {
  const requests: string[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request.url ?? '');
    respond(request, response);
  };
  const pem = certificate === undefined ? undefined : certificateFile(certificate);
  const server = pem === undefined ? createServer(listener) : createSecureServer({ cert: pem, key: pem }, listener);
  const connections = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.on('error', () => connection.destroy());
    connection.on('close', () => connections.delete(connection));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object; a string is only a pipe's.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    open: () => connections.size,
    close: () => {
      for (const connection of connections) connection.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
