import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { packed } from '@/lib/packed';
import { server } from '@/testing/server';
import { findTooLate } from './find-too-late';
import { noteKeeper } from './kept-note';

const PLACE = { studyId: 's', meetingId: 'm', smallGroupId: 'g1' };

/** The device: what stays when the page is closed. */
class Device implements AnswerStore {
  readonly kept = new Map<string, KeptAnswer>();
  keep = async (key: string, answer: KeptAnswer) => void this.kept.set(key, answer);
  read = async (key: string) => this.kept.get(key);
  forget = async (key: string) => void this.kept.delete(key);
}

let device: Device;
let onServer: Y.Doc;

/** What somebody with this much of the note wrote since. */
function write(doc: Y.Doc, words: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText('note').insert(doc.getText('note').length, words);
  return Y.encodeStateAsUpdate(doc, before);
}

beforeEach(() => {
  device = new Device();
  onServer = new Y.Doc();
  server.use(
    http.get('*/small-groups/g1/note', () =>
      HttpResponse.json({
        seq: 1,
        state_vector: '',
        length: 0,
        update: packed(Y.encodeStateAsUpdate(onServer)),
        is_frozen: true,
        may_write: false,
      }),
    ),
  );
});

test('what a closed note does not have of my words is found on this device', async () => {
  const mine = new Y.Doc();
  Y.applyUpdate(onServer, write(mine, 'Carers decide. '));
  const keeper = noteKeeper('ann', 'g1', device);
  await keeper.keep(write(mine, 'Ask the nurses.'));
  expect(await findTooLate(keeper, PLACE)).toBe('Ask the nurses.');
  expect(device.kept.size).toBe(1);
});

test('what arrived after all is forgotten and not shown', async () => {
  const mine = new Y.Doc();
  const update = write(mine, 'Ask the nurses.');
  Y.applyUpdate(onServer, update);
  const keeper = noteKeeper('ann', 'g1', device);
  await keeper.keep(update);
  expect(await findTooLate(keeper, PLACE)).toBe('');
  expect(device.kept.size).toBe(0);
});

test('the words of one person are never taken for those of another', async () => {
  await noteKeeper('ann', 'g1', device).keep(write(new Y.Doc(), 'Mine.'));
  expect(await noteKeeper('bob', 'g1', device).read()).toBeUndefined();
  expect(await noteKeeper('ann', 'g2', device).read()).toBeUndefined();
  const kept = await noteKeeper('ann', 'g1', device).read();
  expect(kept && packed(kept)).toBe(device.kept.get('note:ann:g1')?.value);
});
