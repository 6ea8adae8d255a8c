// Reads a text aloud with the device's own voice.

export class Reader {
  readonly #changed: (reading: boolean) => void;
  // Grows with each start and stop: what ends later is of an older reading.
  #turn = 0;

  // `changed` is told when reading begins and ends.
  constructor(changed: (reading: boolean) => void) {
    this.#changed = changed;
  }

  static get isPossible(): boolean {
    return "speechSynthesis" in window;
  }

  // Sentence by sentence: some devices fall silent in a long text.
  read(text: string, language: string): void {
    this.stop();
    this.#turn += 1;
    const turn = this.#turn;
    const sentences = text.match(/[^.!?]+[.!?]*/g) ?? [text];
    const utterances = sentences.map((sentence) => {
      const utterance = new SpeechSynthesisUtterance(sentence.trim());
      utterance.lang = language;
      return utterance;
    });
    const end = () => this.#end(turn);
    for (const utterance of utterances) {
      utterance.onerror = end;
      if (utterance === utterances.at(-1)) utterance.onend = end;
      speechSynthesis.speak(utterance);
    }
    this.#changed(true);
  }

  stop(): void {
    if (!Reader.isPossible) return;
    speechSynthesis.cancel();
    this.#end(this.#turn);
  }

  #end(turn: number): void {
    if (turn !== this.#turn) return;
    this.#turn += 1;
    this.#changed(false);
  }
}
