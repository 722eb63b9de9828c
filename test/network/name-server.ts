import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export type RecordType = 'A' | 'AAAA' | 'CNAME';

const typeNumbers: Readonly<Record<RecordType, number>> = { A: 1, CNAME: 5, AAAA: 28 };
const typeNames = new Map(Object.entries(typeNumbers).map(([name, number]) => [number, name]));

export type ZoneRecord = readonly [owner: string, type: RecordType, value: string];

export interface NameServerBehaviour {
  readonly records: readonly ZoneRecord[];
  /** Answer by UDP is cut, so that the client has to ask again by TCP. */
  readonly truncate?: boolean;
  /** Response code for names below this one, instead of an answer. */
  readonly refuse?: { readonly below: string; readonly code: number };
  readonly silent?: boolean;
}

export interface NameServer {
  /** `127.0.0.1:port`. */
  readonly address: string;
  readonly questions: { readonly name: string; readonly type: string; readonly transport: 'udp' | 'tcp' }[];
  readonly close: () => Promise<void>;
}

const encodeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);

const encodeIpv6 = (address: string): Buffer => {
  const [head = '', tail] = address.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
};

const encodeValue = (type: RecordType, value: string): Buffer => {
  if (type === 'CNAME') return encodeName(value);
  return type === 'A' ? Buffer.from(value.split('.').map(Number)) : encodeIpv6(value);
};

const decodeQuestion = (message: Buffer): { name: string; type: number; end: number } => {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
};

const answerTo = (message: Buffer, behaviour: NameServerBehaviour, transport: 'udp' | 'tcp'): Buffer => {
  const { name, type, end } = decodeQuestion(message);
  const typeName = typeNames.get(type);
  const found: ZoneRecord[] = [];
  let owner = name;
  for (let hops = 0; hops < 20; hops += 1) {
    const alias = behaviour.records.find(([at, kind]) => at === owner && kind === 'CNAME');
    if (alias) found.push(alias);
    if (!alias || typeName === 'CNAME') break;
    owner = alias[2];
  }
  if (typeName !== 'CNAME') found.push(...behaviour.records.filter(([at, kind]) => at === owner && kind === typeName));
  const exists = behaviour.records.some(([at]) => at === name || at === owner);
  const { refuse } = behaviour;
  const refused = refuse !== undefined && name.endsWith(refuse.below);
  const code = refused ? refuse.code : exists ? 0 : 3;
  const cut = behaviour.truncate === true && transport === 'udp';
  const answers = refused || cut ? [] : found;
  const header = Buffer.alloc(12);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (cut ? 0x0200 : 0) | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  const encoded = answers.map(([at, kind, value]) => {
    const data = encodeValue(kind, value);
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16BE(typeNumbers[kind], 0);
    fixed.writeUInt16BE(1, 2);
    fixed.writeUInt32BE(60, 4);
    fixed.writeUInt16BE(data.length, 8);
    return Buffer.concat([encodeName(at), fixed, data]);
  });
  return Buffer.concat([header, message.subarray(12, end), ...encoded]);
};

/** A real name server on loopback that answers for a few records, by UDP and TCP on the same port (RFC 1035). */
export const startNameServer = async (behaviour: NameServerBehaviour): Promise<NameServer> => {
  const questions: NameServer['questions'] = [];
  const note = (message: Buffer, transport: 'udp' | 'tcp'): void => {
    const { name, type } = decodeQuestion(message);
    questions.push({ name, type: typeNames.get(type) ?? String(type), transport });
  };
  const connections = new Set<Socket>();
  const tcp = createServer((connection) => {
    connections.add(connection);
    connection.on('error', () => connection.destroy());
    connection.on('close', () => connections.delete(connection));
    let received = Buffer.alloc(0);
    connection.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      // Each message is led by its length; a client may send several at once.
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        const message = received.subarray(2, end);
        received = received.subarray(end);
        note(message, 'tcp');
        if (behaviour.silent) continue;
        const answer = answerTo(message, behaviour, 'tcp');
        const length = Buffer.alloc(2);
        length.writeUInt16BE(answer.length);
        connection.write(Buffer.concat([length, answer]));
      }
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object; a string is only a pipe's.
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', (message, from) => {
    note(message, 'udp');
    if (!behaviour.silent) udp.send(answerTo(message, behaviour, 'udp'), from.port, from.address);
  });
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${port}`,
    questions,
    close: async () => {
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      for (const connection of connections) connection.destroy();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
};
