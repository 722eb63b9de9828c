/** RDAP answers in the form of RFC 9083, with made-up names. */
export const rdapDomain = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  objectClassName: 'domain',
  handle: '1_DOMAIN_COM-VRSN',
  ldhName: 'EXAMPLE.COM',
  links: [{ rel: 'self', href: 'https://rdap.registry.example/domain/EXAMPLE.COM', type: 'application/rdap+json' }],
  status: ['client transfer prohibited', 'active'],
  events: [
    { eventAction: 'registration', eventDate: '2001-02-03T04:05:06Z' },
    { eventAction: 'expiration', eventDate: '2027-02-03T04:05:06Z' },
    { eventAction: 'last update of RDAP database', eventDate: '2026-01-01T00:00:00Z' },
  ],
  nameservers: [{ objectClassName: 'nameserver', ldhName: 'NS1.EXAMPLE.COM' }, { ldhName: 'ns2.example.com' }],
  entities: [rdapContact('registrar', { fn: 'Example Registrar Ltd' })],
  ...overrides,
});

export const rdapContact = (
  role: string,
  card: Readonly<Record<string, string | readonly string[]>>,
  extra: Record<string, unknown> = {},
): Record<string, unknown> => ({
  objectClassName: 'entity',
  roles: [role],
  vcardArray: [
    'vcard',
    [['version', {}, 'text', '4.0'], ...Object.entries(card).map(([name, value]) => [name, {}, 'text', value])],
  ],
  ...extra,
});
