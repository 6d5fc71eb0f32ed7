import { Button, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import type { RoundItemIn, Version } from '../queries';
import classes from './rounds.module.css';

type Cmoc = Version['cmocs'][number];
type Part = 'version' | 'cmoc' | 'element' | 'link';

const PARTS: readonly Part[] = ['version', 'cmoc', 'element', 'link'];

interface BuilderPartAdderProps {
  versions: readonly Version[];
  isBusy: boolean;
  onAdd: (item: RoundItemIn, onDone: () => void) => void;
}

/** A mechanism, then the whole of it or a part: a configuration, one element, or a link of two. */
export function BuilderPartAdder({ versions, isBusy, onAdd }: BuilderPartAdderProps) {
  const { t } = useTranslation('rounds');
  const [versionId, setVersionId] = useState<string | null>(null);
  const [part, setPart] = useState<Part>('version');
  const [chosen, setChosen] = useState<RoundItemIn>({});
  const version = versions.find(({ id }) => id === versionId);
  const cmoc = version?.cmocs.find(({ id }) => id === chosen.cmoc_id);
  const begin = (id: string | null, wanted: Part) => {
    setVersionId(id);
    setPart(wanted);
    const only = versions.find((each) => each.id === id)?.cmocs;
    setChosen(wanted !== 'version' && only?.length === 1 ? { cmoc_id: only[0]?.id ?? null } : {});
  };
  const isWhole =
    part === 'version' ||
    (part === 'cmoc' && chosen.cmoc_id) ||
    (part === 'element' && chosen.element_id) ||
    (part === 'link' && chosen.element_id && chosen.to_element_id);
  return (
    <Stack gap="sm" align="stretch">
      <Select
        label={t('build.addVersion')}
        placeholder={t(versions.length ? 'build.chooseVersion' : 'build.noVersions')}
        data={versions.map((each) => ({
          value: each.id,
          label: `${t('build.version', { title: each.title, number: each.number })} · ${t(
            each.is_frozen ? 'build.frozen' : 'build.draftVersion',
          )}`,
        }))}
        value={version ? versionId : null}
        onChange={(id) => begin(id, 'version')}
        disabled={versions.length === 0}
        searchable
      />
      {version && version.cmocs.length > 0 && (
        <Radio.Group
          label={t('build.whichPart')}
          value={part}
          onChange={(wanted) => begin(versionId, wanted as Part)}
        >
          <div className={classes.choices}>
            {PARTS.map((each) => (
              <Radio key={each} value={each} label={t(`build.partNames.${each}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {version && part !== 'version' && (
        <CmocChoice
          cmocs={version.cmocs}
          chosen={chosen.cmoc_id ?? null}
          onChoose={(cmoc_id) => setChosen({ cmoc_id })}
        />
      )}
      {cmoc && (part === 'element' || part === 'link') && (
        <ElementChoice
          label={t(part === 'link' ? 'build.linkFrom' : 'build.whichElement')}
          elements={part === 'link' ? cmoc.elements.slice(0, -1) : cmoc.elements}
          chosen={chosen.element_id ?? null}
          onChoose={(element_id) => setChosen({ cmoc_id: cmoc.id, element_id })}
        />
      )}
      {cmoc && part === 'link' && chosen.element_id && (
        <ElementChoice
          label={t('build.linkTo')}
          elements={cmoc.elements.slice(
            cmoc.elements.findIndex(({ id }) => id === chosen.element_id) + 1,
          )}
          chosen={chosen.to_element_id ?? null}
          onChoose={(to_element_id) => setChosen({ ...chosen, to_element_id })}
        />
      )}
      <Button
        variant="default"
        className={classes.start}
        disabled={!version || !isWhole}
        loading={isBusy}
        onClick={() => {
          if (version) {
            // what was chosen stays until it is in the round, so that nothing is chosen twice
            onAdd({ version_id: version.id, ...chosen }, () =>
              part === 'version' ? begin(null, 'version') : begin(versionId, part),
            );
          }
        }}
      >
        {t('build.add')}
      </Button>
    </Stack>
  );
}

interface CmocChoiceProps {
  cmocs: readonly Cmoc[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function CmocChoice({ cmocs, chosen, onChoose }: CmocChoiceProps) {
  const { t } = useTranslation('rounds');
  return (
    <Radio.Group label={t('build.whichCmoc')} value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt={4}>
        {cmocs.map(({ id, sentence }) => (
          <Radio key={id} value={id} label={sentence} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface ElementChoiceProps {
  label: string;
  elements: Cmoc['elements'];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function ElementChoice({ label, elements, chosen, onChoose }: ElementChoiceProps) {
  return (
    <Radio.Group label={label} value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt={4}>
        {elements.map(({ id, kind, polarity, text }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                <ElementMark kind={kind} polarity={polarity} /> {text}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
