import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import api from '@/api/en.json';
import app from '@/app/en.json';
import ui from '@/ui/en.json';
import type { Resources } from './resources';

export type Namespace = keyof Resources;

const features = import.meta.glob<{ default: object }>('../../features/*/en.json');

/** Brings a feature's words when its first page is opened, so that the first load stays small. */
const featureWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (_language, namespace, done) => {
    const load = features[`../../features/${namespace}/en.json`];
    if (!load) {
      done(new Error(`No words for ${namespace}`), false);
      return;
    }
    load().then(
      (words) => done(null, words.default),
      (error: Error) => done(error, false),
    );
  },
};

/** Starts i18next with the words that every page needs. */
export async function startWords(): Promise<void> {
  await i18next
    .use(featureWords)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      ns: ['app', 'ui', 'api'],
      defaultNS: 'app',
      resources: { en: { app, ui, api } },
      partialBundledLanguages: true,
      // React escapes already
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** For a route's loader: the words of the features it shows are here before it is drawn. */
export function words(...namespaces: Namespace[]): () => Promise<void> {
  return () => i18next.loadNamespaces(namespaces);
}
