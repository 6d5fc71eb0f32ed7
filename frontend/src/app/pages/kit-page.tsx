import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Problem } from '@/api/errors';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { Clock } from '@/ui/clock';
import { DataTable } from '@/ui/data-table';
import { DiffText } from '@/ui/diff-text';
import { EmptyState } from '@/ui/empty-state';
import { Histogram } from '@/ui/histogram';
import { ElementMark } from '@/ui/marks/element-mark';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import { StanceMark } from '@/ui/marks/stance-mark';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';
import { ProgressWords } from '@/ui/progress-words';
import { type Rating, RatingScale } from '@/ui/rating-scale';
import { SavedState } from '@/ui/saved-state';
import { SelectableText } from '@/ui/selectable-text';

const GROUPS = ['Patients', 'Carers', 'Practitioners', 'Leaders', 'Methodologists', 'Others'];
const BANDS = [
  { from: 1, to: 3, label: 'not important' },
  { from: 4, to: 6, label: 'important' },
  { from: 7, to: 9, label: 'critical' },
];
const BINS = [0, 1, 0, 2, 1, 3, 6, 9, 4].map((count, index) => ({ value: index + 1, count }));
const ELEMENTS = ['context', 'resource', 'reasoning', 'outcome'] as const;
const STANCES = ['supports', 'challenges', 'refines', 'extends'] as const;
const PROBLEM = new Problem({
  status: 422,
  title: 'The file was not taken in',
  detail: 'Nothing has been changed. Mend these lines and choose the file again.',
  fields: [{ path: 'line 3', message: 'Line 3: this e-mail address is there twice.' }],
});

/** Every piece of src/ui on one page, for those who build with it; not in a production build. */
export function KitPage() {
  return (
    <PlainLayout>
      <PageHeader
        title="The kit"
        lead="Every piece of src/ui, to look at in both colours and at every width."
        actions={<Button>Main action</Button>}
      />
      <Stack gap="xl">
        <Part title="Being told">
          <ProgressWords current={3} total={9} minutesLeft={6} />
          <Group>
            {(['saving', 'saved', 'kept', 'refused'] as const).map((state) => (
              <SavedState key={state} state={state} />
            ))}
          </Group>
          <ProblemNotice error={PROBLEM} onRetry={() => undefined} />
          <EmptyState
            title="No rounds yet"
            action={<Button variant="default">Make the first round</Button>}
          >
            A round puts mechanisms before the panel and gathers what people think of them.
          </EmptyState>
        </Part>
        <Part title="Marks">
          <Group>
            {ELEMENTS.map((kind) => (
              <ElementMark key={kind} kind={kind} />
            ))}
            <ElementMark kind="reasoning" polarity="+" />
            <ElementMark kind="outcome" polarity="-" />
          </Group>
          <Group>
            {STANCES.map((stance) => (
              <StanceMark key={stance} stance={stance} />
            ))}
          </Group>
          <Group>
            {GROUPS.map((name, position) => (
              <GroupMark key={name} name={name} position={position} />
            ))}
          </Group>
          <div>
            <Moment at="2026-11-21T14:30:00Z" style="long" /> · <Clock seconds={751} />
          </div>
        </Part>
        <Answering />
        <Charts />
        <Texts />
      </Stack>
    </PlainLayout>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}

function Answering() {
  const [rating, setRating] = useState<Rating>(7);
  return (
    <Part title="Answering">
      <RatingScale
        legend="How important is this for people like you?"
        bands={BANDS}
        value={rating}
        onChange={setRating}
      />
      <TextInput label="Your name" description="As others will see it." />
      <Group>
        <Button>Save</Button>
        <Button variant="default">Not now</Button>
        <Button variant="subtle">Cancel</Button>
        <Button disabled>Closed</Button>
      </Group>
    </Part>
  );
}

function Charts() {
  return (
    <Part title="Numbers">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        {GROUPS.slice(0, 2).map((name, position) => (
          <Histogram
            key={name}
            title={`${name}: critical`}
            bins={BINS}
            median={8}
            own={position === 0 ? 7 : null}
            band={{ from: 7, to: 9 }}
            colour={groupColour(position)}
          />
        ))}
      </Group>
      <DataTable
        caption="People by group"
        rowKey={(row) => row.name}
        rows={GROUPS.map((name, index) => ({ name, people: (index * 7) % 11, position: index }))}
        columns={[
          {
            key: 'group',
            header: 'Group',
            cell: (row) => <GroupMark name={row.name} position={row.position} />,
            sortBy: (row) => row.name,
          },
          {
            key: 'people',
            header: 'People',
            cell: (row) => row.people,
            sortBy: (row) => row.people,
            isNumber: true,
          },
        ]}
      />
    </Part>
  );
}

function Texts() {
  const [coded, setCoded] = useState<{ start: number; end: number }[]>([{ start: 9, end: 31 }]);
  return (
    <Part title="Texts">
      <DiffText
        pieces={[
          { kind: 'same', text: 'If a leader ' },
          { kind: 'gone', text: 'listens' },
          { kind: 'new', text: 'listens and answers' },
          { kind: 'same', text: ', then staff speak up, because they feel heard.' },
        ]}
      />
      <SelectableText
        label="What was said"
        text="I think, when she asked us what we saw on the ward, people began to say it. 👍 Before that nobody did."
        highlights={coded.map((stretch) => ({
          ...stretch,
          id: `${stretch.start}`,
          label: 'asking',
          colour: 'var(--element-reasoning)',
        }))}
        actions={(selected, done) => (
          <Button
            size="sm"
            onClick={() => {
              setCoded([...coded, selected]);
              done();
            }}
          >
            Code it
          </Button>
        )}
      />
    </Part>
  );
}
