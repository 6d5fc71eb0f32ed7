import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cutEvenly, POINTS, type Points, type Scale } from '../question-drafts';
import classes from './rounds.module.css';

interface ItemScaleProps {
  points: Points;
  scale: Scale | null;
  onChange: (changes: { points?: Points; scale: Scale | null }) => void;
}

/** How many points a rating has, and where one likes what its ends and bands are called. */
export function ItemScale({ points, scale, onChange }: ItemScaleProps) {
  const { t } = useTranslation('rounds');
  const names = [t('build.bandLow'), t('build.bandMiddle'), t('build.bandHigh')];
  const own: Scale = scale ?? {
    low: 1,
    high: points,
    low_label: names[0] ?? '',
    high_label: names[2] ?? '',
    bands: cutEvenly(1, points, names),
  };
  const change = (changes: Partial<Scale>) => onChange({ scale: { ...own, ...changes } });
  const recut = (low: number, high: number) =>
    change({
      low,
      high,
      bands: cutEvenly(
        low,
        high,
        own.bands.map(({ name }) => name),
      ),
    });
  const isUsual = own.low === 1 && POINTS.some((each) => each === own.high);
  const choices = POINTS.map((count) => ({
    value: String(count),
    label: t('build.pointsOf', { count }),
  }));
  const range = t('build.pointsOwn', { low: own.low, high: own.high });
  return (
    <div>
      <Select
        w={160}
        label={t('build.points')}
        data={isUsual ? choices : [...choices, { value: 'own', label: range }]}
        value={isUsual ? String(own.high) : 'own'}
        allowDeselect={false}
        onChange={(value) =>
          value !== 'own' && onChange({ points: Number(value) as Points, scale: null })
        }
      />
      <details className={classes.more}>
        <summary>{t('build.scaleOwn')}</summary>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <NumberInput
            label={t('build.scaleLow')}
            value={own.low}
            min={0}
            max={1}
            onChange={(low) => typeof low === 'number' && recut(low, own.high)}
          />
          <NumberInput
            label={t('build.scaleHigh')}
            value={own.high}
            min={3}
            max={11}
            onChange={(high) => typeof high === 'number' && high >= 3 && recut(own.low ?? 1, high)}
          />
          <TextInput
            label={t('build.lowLabel')}
            value={own.low_label ?? ''}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => change({ low_label: value })}
          />
          <TextInput
            label={t('build.highLabel')}
            value={own.high_label ?? ''}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => change({ high_label: value })}
          />
        </SimpleGrid>
        <Bands scale={own} onChange={(bands) => change({ bands })} />
      </details>
    </div>
  );
}

interface BandsProps {
  scale: Scale;
  onChange: (bands: Scale['bands']) => void;
}

function Bands({ scale: { bands, high }, onChange }: BandsProps) {
  const { t } = useTranslation('rounds');
  const rename = (place: number, name: string) =>
    onChange(bands.map((band, each) => (each === place ? { ...band, name } : band)));
  // the next band begins where this one ends
  const end = (place: number, last: number) =>
    onChange(
      bands.map((band, each) => {
        if (each === place) {
          return { ...band, high: last };
        }
        return each === place + 1 ? { ...band, low: last + 1 } : band;
      }),
    );
  return (
    <fieldset className={classes.options}>
      <legend>{t('build.bands')}</legend>
      {bands.map((band, place) => (
        // the three bands of a scale are told apart by their place alone
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SimpleGrid key={place} cols={{ base: 1, xs: 2 }} spacing="xs">
          <TextInput
            label={t('build.bandName', { low: band.low, high: band.high })}
            value={band.name}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => rename(place, value)}
          />
          {place < 2 && (
            <NumberInput
              label={t('build.bandEnd')}
              value={band.high}
              min={band.low}
              max={high - 2 + place}
              onChange={(last) => typeof last === 'number' && end(place, last)}
            />
          )}
        </SimpleGrid>
      ))}
    </fieldset>
  );
}
