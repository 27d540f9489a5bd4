// Runs in every frame of a measured page before anything of its own. Kept small: it costs the same for all.

/**
 * @typedef {object} Options
 * @property {readonly { x: number, y: number, colour: string }[] | null} spots where the map is looked at, and the
 * colour that is there when all is done; null while they are looked for
 *
 * @param {Options} options
 */
export function probe({ spots }) {
	/** @type {any} */
	const bench = {
		/** Time in ms since the navigation at which the spots have their colours on the screen. */
		painted: null,
		/** Time at which a map says that it answers. */
		answers: null,
		/** @type {[start: number, duration: number][]} */
		long: [],
		/** @type {Record<string, number[]>} */
		work: {},
		colourAt,
		settled,
	};
	Object.defineProperty(window, "bench", { value: bench });
	const page = window.top === window;

	// A message comes after the frame that is being made; a frame's own callbacks come before it.
	const { port1, port2 } = new MessageChannel();
	/** @type {(() => void)[]} */
	const waiting = [];
	port1.onmessage = () => waiting.shift()?.();
	/** @param {() => void} act */
	const afterFrame = (act) => {
		waiting.push(act);
		port2.postMessage(null);
	};

	if (page) {
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries())
				bench.long.push([startTime, duration]);
		}).observe({ type: "longtask", buffered: true });
		if (spots) requestAnimationFrame(look);
	}
	addEventListener(
		"tier-map-load",
		() => {
			const { bench } = /** @type {any} */ (window.top);
			bench.answers ??=
				performance.timeOrigin +
				performance.now() -
				/** @type {Window & typeof globalThis} */ (window.top).performance
					.timeOrigin;
		},
		{ capture: true },
	);
	// From the first moment that a handler could run to the end of the frame that shows what it did, and the
	// work of the frame after it, for those that draw a frame late. A click is counted from when it was made.
	for (const type of ["pointermove", "wheel", "pointerup"]) {
		let busy = false;
		addEventListener(
			type,
			({ timeStamp }) => {
				if (busy) return;
				busy = true;
				const start = type === "pointerup" ? timeStamp : performance.now();
				requestAnimationFrame(() =>
					afterFrame(() => {
						const first = performance.now() - start;
						requestAnimationFrame((_time) => {
							const second = performance.now();
							afterFrame(() => {
								bench.work[type] ??= [];
								bench.work[type].push(first + performance.now() - second);
								busy = false;
							});
						});
					}),
				);
			},
			{ capture: true, passive: true },
		);
	}

	function look() {
		afterFrame(() => {
			const done = spots?.every(
				({ x, y, colour }) => colourAt(x, y) === colour,
			);
			if (done) bench.painted = performance.now();
			else requestAnimationFrame(look);
		});
	}

	/**
	 * What fills a point: the fill of the shape there, through shadow roots and frames, or the canvas's pixel.
	 * @param {number} x
	 * @param {number} y
	 * @returns {string | null}
	 */
	function colourAt(x, y) {
		/** @type {DocumentOrShadowRoot} */
		let root = document;
		for (;;) {
			/** @type {any} */
			const found = root.elementFromPoint(x, y);
			if (!found) return null;
			const box = found.getBoundingClientRect();
			if (found.localName === "iframe" && found.contentDocument) {
				x -= box.left;
				y -= box.top;
				root = found.contentDocument;
			} else if (found.shadowRoot && found.shadowRoot !== root) {
				root = found.shadowRoot;
				if (root.elementFromPoint(x, y) === found) return null;
			} else if (found.localName === "canvas") {
				return pixel(found, box, x, y);
			} else if (typeof found.getTotalLength === "function") {
				return getComputedStyle(found).fill;
			} else return null;
		}
	}

	/**
	 * @param {HTMLCanvasElement} canvas
	 * @param {DOMRect} box
	 * @param {number} x
	 * @param {number} y
	 */
	function pixel(canvas, box, x, y) {
		const one = new OffscreenCanvas(1, 1).getContext("2d", {
			willReadFrequently: true,
		});
		const scale = canvas.width / box.width;
		one?.drawImage(
			canvas,
			(x - box.left) * scale,
			(y - box.top) * scale,
			1,
			1,
			0,
			0,
			1,
			1,
		);
		return String(one?.getImageData(0, 0, 1, 1).data);
	}

	/**
	 * Resolves when the map is painted and nothing has been loaded or been busy for a while.
	 * @param {number} quiet in ms
	 * @param {number} patience in ms
	 */
	function settled(quiet, patience) {
		const start = performance.now();
		return new Promise((resolve, reject) => {
			const timer = setInterval(() => {
				const now = performance.now();
				const last = Math.max(
					spots ? (bench.painted ?? now) : 0,
					...bench.long.map(
						(/** @type {[number, number]} */ [at, took]) => at + took,
					),
					...frames().map((frame) =>
						Math.max(
							...frame.performance
								.getEntriesByType("resource")
								.map(
									(entry) =>
										entry.startTime +
										entry.duration +
										frame.performance.timeOrigin -
										performance.timeOrigin,
								),
							0,
						),
					),
				);
				if (document.readyState === "complete" && now - last > quiet) {
					clearInterval(timer);
					resolve(figures());
				} else if (now - start > patience) {
					clearInterval(timer);
					reject(
						new Error(
							bench.painted === null ? "was not painted" : "did not settle",
						),
					);
				}
			}, 50);
		});
	}

	/** @returns {(Window & typeof globalThis)[]} this window, and those in it */
	function frames() {
		return [
			window,
			...[...document.querySelectorAll("iframe")].flatMap(
				({ contentWindow }) =>
					/** @type {any} */ (contentWindow?.performance ? contentWindow : []),
			),
		];
	}

	/** What loading cost. */
	function figures() {
		const contentful = performance.getEntriesByName("first-contentful-paint");
		return {
			painted: bench.painted,
			answers: Math.max(bench.painted, bench.answers ?? 0),
			/** What is asked for from here on, in the same tick too, isn’t needed to answer. */
			ready: bench.answers ?? bench.painted,
			contentful: contentful[0]?.startTime ?? null,
			blocking: bench.long.reduce(
				(/** @type {number} */ sum, /** @type {number[]} */ [, took = 0]) =>
					sum + Math.max(0, took - 50),
				0,
			),
			files: frames().flatMap((frame) =>
				/** @type {PerformanceResourceTiming[]} */ ([
					...frame.performance.getEntriesByType("navigation"),
					...frame.performance.getEntriesByType("resource"),
				]).flatMap(({ name, startTime, encodedBodySize }) =>
					name.startsWith("data:")
						? []
						: {
								name: new URL(name).pathname,
								bytes: encodedBodySize,
								asked:
									startTime +
									frame.performance.timeOrigin -
									performance.timeOrigin,
							},
				),
			),
		};
	}
}
