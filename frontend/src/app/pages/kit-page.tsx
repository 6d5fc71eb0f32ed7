import { PlainLayout } from '@/app/layouts/plain-layout';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

/** Every piece of src/ui on one page, for those who build with it; not in a production build. */
export function KitPage() {
  return (
    <PlainLayout>
      <PageHeader title="The kit" lead="Every piece of src/ui, to look at in both colours." />
      <EmptyState title="What will be here">How to begin.</EmptyState>
    </PlainLayout>
  );
}
