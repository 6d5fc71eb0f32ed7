import type { webhooks } from '@/api/schema.gen';
import type { LiveState } from '../queries';

/** Everything the socket may say, as the server declares it. */
export type LiveFrame = webhooks['live']['post']['requestBody']['content']['application/json'];
type Notices =
  | 'hello'
  | 'reload'
  | 'presence'
  | 'came_and_went'
  | 'votes_counted'
  | 'vote_noted'
  | 'caption'
  | 'pong'
  | 'error';
/** An entry of the log. */
export type LiveEvent = Exclude<LiveFrame, { type: Notices }>;
type OfType<Type extends LiveEvent['type']> = Extract<LiveEvent, { type: Type }>;
export type Changes = Partial<LiveState>;

/** What each event changes in one room's part of the state; as `fold.py` of the same room. */
export type Steps = {
  [Type in LiveEvent['type']]?: (state: LiveState, event: OfType<Type>) => Changes;
};
