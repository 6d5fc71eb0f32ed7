/** Tells this page in the person's other tabs what happened here; silent where the browser cannot. */
export class OtherTabs<Message> {
  readonly #name: string;
  #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Hears what other tabs tell until the answer is called. */
  listen(hear: (message: Message) => void): () => void {
    if (typeof BroadcastChannel === 'undefined') {
      return () => undefined;
    }
    const channel = new BroadcastChannel(this.#name);
    channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
    this.#channel = channel;
    return () => {
      channel.close();
      this.#channel = undefined;
    };
  }

  tell(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
