import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rdapBootstrap, refreshRdapBootstrap } from '../../src/cli/rdap-bootstrap.ts';
import type { Network } from '../../src/network/network.ts';

const shipped = rdapBootstrap('/nonexistent');

/** Answers as IANA would, with a list of one suffix. */
const iana = (publication: string, status = 200): Pick<Network, 'resource'> => ({
  resource: async (url) => ({
    state: 'answered',
    url,
    redirects: [],
    status,
    headers: {},
    body: Buffer.from(JSON.stringify({ publication, services: [[['com'], ['https://rdap.new.example/']]] })),
    truncated: false,
    certificate: null,
  }),
});

it('is the shipped list of servers until a newer one was fetched, which stays where it is spoilt or older', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'bootstrap-')), 'cache');
  expect(shipped.serverOf('example.com')).toMatch(/^https:\/\/rdap\.verisign\.com\//);

  expect(await refreshRdapBootstrap(iana('2099-01-02T03:04:05Z'), folder)).toBe('2099-01-02');
  expect(rdapBootstrap(folder).serverOf('example.com')).toBe('https://rdap.new.example/');

  await expect(refreshRdapBootstrap(iana('2099-02-01T00:00:00Z', 503), folder)).rejects.toThrow('503');
  expect(rdapBootstrap(folder).publication).toBe('2099-01-02T03:04:05Z');

  await refreshRdapBootstrap(iana('2001-01-01T00:00:00Z'), folder);
  expect(rdapBootstrap(folder)).toMatchObject({ publication: shipped.publication });

  writeFileSync(path.join(folder, 'rdap-bootstrap.json'), '<html>');
  expect(rdapBootstrap(folder)).toMatchObject({ publication: shipped.publication });
});
