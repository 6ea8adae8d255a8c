// Putting the app on the home screen.

// Chromium's event, which no standard describes.
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export class Installer {
  #prompt: InstallPrompt | undefined;

  // `changed` is told when the browser offers to install.
  constructor(changed: () => void) {
    window.addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
      changed();
    });
    window.addEventListener("appinstalled", () => {
      this.#prompt = undefined;
      changed();
    });
  }

  get canPrompt(): boolean {
    return this.#prompt !== undefined;
  }

  async prompt(): Promise<void> {
    const offered = this.#prompt;
    this.#prompt = undefined;
    await offered?.prompt();
  }
}

// Whether the app runs from the home screen.
export function isInstalled(): boolean {
  const onIos = "standalone" in navigator && navigator.standalone === true;
  return onIos || matchMedia("(display-mode: standalone)").matches;
}

export function isIos(): boolean {
  const tablet = navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1;
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || tablet;
}
