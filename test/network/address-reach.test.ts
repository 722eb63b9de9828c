import { describe, expect, it } from 'vitest';
import { addressReach } from '../../src/network/address-reach.ts';

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '47.96.0.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '2400:3200::1',
    '::ffff:47.96.0.1',
  ])('%s is public', (address) => {
    expect(addressReach(address)).toBe('public');
  });

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.0',
    '100.127.255.255',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.255',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.0',
    '172.31.255.255',
    '192.168.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '::ffff:a9fe:a9fe',
  ])('%s is private', (address) => {
    expect(addressReach(address)).toBe('private');
  });

  it.each([
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    '2001::1',

    '::7f00:1',
    '100::1',
    '4000::1',
  ])('%s is reserved', (address) => {
    expect(addressReach(address)).toBe('reserved');
  });

  it.each([
    '',
    'localhost',
    '1.1.1',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '010.0.0.1',
    '1.1.1.256',
    'fe80::1%eth0',
    '1.1.1.1 ',
    '::g',
  ])('%j is malformed', (text) => {
    expect(addressReach(text)).toBe('malformed');
  });
});
