import { lanesOf } from './lanes.js';

const treatment = (country: string, from: string | null, earliest: string | null, latest: string | null, to: string | null = null) => ({ source: { kind: 'surgery', country, from }, from, to, earliest, latest });

it('gives each country a lane and each treatment all the days that it may have been', () => {
  const { lanes, years } = lanesOf([treatment('de', '2022', '2022-01-01', '2022-12-31'), treatment('kr', '2023-01-01', '2023-01-01', '2023-12-31', '2023-12-31'), treatment('de', '2023-07', '2023-07-01', '2023-07-31'), treatment('ru', null, null, null)]);
  expect(lanes).toEqual([
    { country: 'de', bars: [{ from: 0, width: 50, vague: true }, { from: 74.8, width: 4.2, vague: true }] },
    { country: 'kr', bars: [{ from: 50, width: 50, vague: false }] },
  ]);
  expect(years).toEqual([{ year: '2022', at: 0 }, { year: '2023', at: 50 }]);
});

it('has no lanes where nothing is dated', () => {
  expect(lanesOf([treatment('ru', null, null, null)])).toEqual({ lanes: [], years: [] });
});
