/**
 * A host that the operator lets through although it lies inside, as `examine` compares it: `host` for every port or
 * `host:port` for one; host names in lower-case ASCII, IPv6 addresses in brackets. null for anything else, such as a
 * URL: a path would seem to narrow what is let through, and does not.
 */
export const allowedHost = (written: string): string | null => {
  const match = /^(\[[0-9a-f:.]+\]|[^\s/:@?#[\]\\%*]+)(?::(\d{1,5}))?$/i.exec(written.normalize('NFKC').trim());
  const [, host = '', port] = match ?? [];
  if (host === '' || !URL.canParse(`http://${host}/`)) return null;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return null;
  const { hostname } = new URL(`http://${host}/`);
  return port === undefined ? hostname : `${hostname}:${Number(port)}`;
};

/** Whether the operator lets a request to this URL through. */
export const isAllowed = ({ hostname, port, protocol }: URL, allowedHosts: readonly string[]): boolean =>
  allowedHosts.includes(hostname) ||
  allowedHosts.includes(`${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`);
