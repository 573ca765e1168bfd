import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, countFilters, filterQuery, formatAddress, parseAddress } from './address.js';

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');

const addresses: fc.Arbitrary<Address> = fc
  .record(
    {
      view: fc.constantFrom('list', 'map', 'report'),
      listed: fc.constantFrom('incidents', 'unplaced', 'reports'),
      report: word,
      filters: fc.record(
        {
          family: word,
          kind: word,
          country: word,
          words: word,
          from: word,
          to: word,
          main: fc.constant(true),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['view', 'listed', 'filters'] },
  )
  .chain((address) =>
    address.report === undefined
      ? fc.constant(address as Address)
      : fc
          .record(
            { incident: word, joined: fc.constant(true), lit: fc.nat({ max: 999_999_999 }) },
            { requiredKeys: ['incident'] },
          )
          .map((more) => ({ ...address, ...more }) as Address),
  );

describe('the address of the page', () => {
  it('reads back as what was written', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('is empty where nothing is chosen', () => {
    expect(formatAddress(parseAddress(''))).toBe('');
  });

  it('opens on the report where one is linked, and takes no incident without a report', () => {
    expect(parseAddress('?report=abc&incident=i2')).toMatchObject({ view: 'report', incident: 'i2' });
    expect(parseAddress('?incident=i2')).not.toHaveProperty('incident');
  });

  it('opens an incident as all reports tell it, and only where one is named', () => {
    expect(parseAddress('?report=abc&incident=i2&joined=yes')).toMatchObject({
      joined: true,
      view: 'report',
    });
    expect(parseAddress('?report=abc&joined=yes&lit=x')).toEqual(parseAddress('?report=abc'));
  });

  it('leaves out what it does not know', () => {
    expect(parseAddress('?view=sideways&list=everything&nonsense=1&main=perhaps')).toEqual(parseAddress(''));
  });
});

describe('the filters', () => {
  it('go to the API under its names', () => {
    expect(filterQuery({ family: 'battle', words: 'Mosul', main: true }).toString()).toBe(
      'family=battle&words=Mosul&core=true',
    );
  });

  it('are counted', () => {
    expect(countFilters({})).toBe(0);
    expect(countFilters({ words: 'x', main: true })).toBe(2);
  });
});
