import { describe, expect, test } from 'vitest';
import { parseIpAddress } from '../../src/identifiers/ip-address.ts';

describe('addresses', () => {
  test.each([
    ['47.96.0.1', 'public'],
    ['9.255.255.255', 'public'],
    ['10.0.0.0', 'private'],
    ['10.255.255.255', 'private'],
    ['11.0.0.0', 'public'],
    ['172.15.255.255', 'public'],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.1.1', 'private'],
    ['100.63.255.255', 'public'],
    ['100.64.0.0', 'carrier-grade-nat'],
    ['100.127.255.255', 'carrier-grade-nat'],
    ['100.128.0.0', 'public'],
    ['127.0.0.1', 'loopback'],
    ['169.254.1.1', 'link-local'],
    ['192.0.2.1', 'documentation'],
    ['198.51.100.7', 'documentation'],
    ['203.0.113.9', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['0.0.0.0', 'unspecified'],
    ['240.0.0.1', 'reserved'],
  ])('%s is %s', (address, range) => {
    expect(parseIpAddress(address)).toEqual({ ok: true, value: { family: 4, canonical: address, range } });
  });

  test.each([
    ['2408:4001::1', '2408:4001::1', 'public'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', 'documentation'],
    ['3fff::1', '3fff::1', 'documentation'],
    ['fd00::1', 'fd00::1', 'private'],
    ['fec0::1', 'fec0::1', 'private'],
    ['4000::1', '4000::1', 'reserved'],
    ['::7f00:1', '::7f00:1', 'reserved'],
    ['fe80::1', 'fe80::1', 'link-local'],
    ['::1', '::1', 'loopback'],
    ['2002:c000:204::1', '2002:c000:204::1', 'transition'],
  ])('%s is %s, %s', (written, canonical, range) => {
    expect(parseIpAddress(written)).toEqual({ ok: true, value: { family: 6, canonical, range } });
  });

  test('an IPv4 address in IPv6 clothes is IPv4', () => {
    expect(parseIpAddress('::ffff:10.0.0.1')).toEqual({
      ok: true,
      value: { family: 4, canonical: '10.0.0.1', range: 'private' },
    });
  });

  test('full-width digits and spaces are read', () => {
    expect(parseIpAddress(' ４７.96.0.1')).toMatchObject({ ok: true, value: { canonical: '47.96.0.1' } });
  });

  test.each([
    ['', { kind: 'empty' }],
    ['47.96.0.256', { kind: 'octet-out-of-range', octet: '256' }],
    ['010.1.1.1', { kind: 'octet-out-of-range', octet: '010' }],
    ['47.96.0', { kind: 'wrong-octet-count', octets: 3 }],
    ['47.96.0.1.2', { kind: 'wrong-octet-count', octets: 5 }],
    ['47.96.0.1:8080', { kind: 'has-port', address: '47.96.0.1' }],
    ['[2408:4001::1]:443', { kind: 'has-port', address: '2408:4001::1' }],
    ['47.96.0.0/24', { kind: 'is-network' }],
    ['47.96.0.1、47.96.0.2', { kind: 'several-addresses' }],
    ['www.example.cn', { kind: 'host-name' }],
    ['fe80::1%eth0', { kind: 'not-an-address' }],
    ['待定', { kind: 'not-an-address' }],
  ])('%s is refused', (written, problem) => {
    expect(parseIpAddress(written)).toEqual({ ok: false, problem });
  });
});
