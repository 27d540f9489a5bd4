/** How long to wait where no frames are drawn: hidden tabs, iframes out of sight. */
const PATIENCE = 100;

/** Resolves when the frame that is being made has been drawn, so that what follows belongs to the next. */
export function nextFrame(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, PATIENCE);
		requestAnimationFrame(() => setTimeout(resolve, 0));
	});
}
