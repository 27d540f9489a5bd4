/** Resolves when the browser has painted and has nothing else to do, or after a second. */
export function idle(): Promise<void> {
	return new Promise((resolve) => {
		// Safari has no such callback.
		if (!window.requestIdleCallback) setTimeout(resolve, 50);
		else requestIdleCallback(() => resolve(), { timeout: 1000 });
	});
}
