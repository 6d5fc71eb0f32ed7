import type api from '@/api/en.json';
import type app from '@/app/en.json';
import type carrying from '@/features/carrying/en.json';
import type coding from '@/features/coding/en.json';
import type comments from '@/features/comments/en.json';
import type exchange from '@/features/exchange/en.json';
import type meetings from '@/features/meetings/en.json';
import type people from '@/features/people/en.json';
import type recordings from '@/features/recordings/en.json';
import type refinement from '@/features/refinement/en.json';
import type rehearsing from '@/features/rehearsing/en.json';
import type reports from '@/features/reports/en.json';
import type rounds from '@/features/rounds/en.json';
import type studies from '@/features/studies/en.json';
import type texts from '@/features/texts/en.json';
import type theory from '@/features/theory/en.json';
import type ui from '@/ui/en.json';

/** One namespace a feature; this is what makes the keys of `t` typed. */
export interface Resources {
  api: typeof api;
  app: typeof app;
  carrying: typeof carrying;
  coding: typeof coding;
  comments: typeof comments;
  exchange: typeof exchange;
  meetings: typeof meetings;
  people: typeof people;
  recordings: typeof recordings;
  refinement: typeof refinement;
  rehearsing: typeof rehearsing;
  reports: typeof reports;
  rounds: typeof rounds;
  studies: typeof studies;
  texts: typeof texts;
  theory: typeof theory;
  ui: typeof ui;
}
