import i18next from 'i18next';
import { startWords } from './start';

const features = import.meta.glob<object>('../../features/*/en.json', {
  eager: true,
  import: 'default',
});

await startWords();
for (const [path, words] of Object.entries(features)) {
  const namespace = path.split('/').at(-2) ?? '';
  i18next.addResourceBundle('en', namespace, words);
}
