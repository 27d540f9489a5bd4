/** Width of a frame on paper in pixels, if it isn't narrower on the screen: it fits between the wider margins of A4 and Letter. */
const WIDTH = 580;

/**
 * How big a page of a frame is on paper. A page around can't ask for that once it is printing, and nothing
 * tells it but the styles for paper; so they hold for a moment in which nothing is painted.
 *
 * @param content what is measured
 * @param map the map in it
 * @returns width and height of the frame in pixels
 */
export async function paperSize(
	content: HTMLElement,
	map: Element,
): Promise<{ width: number; height: number }> {
	const width = Math.min(WIDTH, window.innerWidth);
	const { style } = document.documentElement;
	const scrolled = [...(map.shadowRoot?.querySelectorAll("*") ?? [])]
		.filter(({ scrollTop }) => scrollTop > 0)
		.map((element) => ({ element, top: element.scrollTop }));
	// What parts of the map do for paper, they do now.
	dispatchEvent(new Event("beforeprint"));
	const restore = asOnPaper(map);
	style.inlineSize = `${width}px`;
	const height = Math.ceil(content.getBoundingClientRect().height);
	style.inlineSize = "";
	restore();
	dispatchEvent(new Event("afterprint"));
	for (const { element, top } of scrolled) element.scrollTop = top;
	// Parts that change back do so by the next task.
	await new Promise((done) => setTimeout(done));
	return { width, height };
}

/** Lets a map's rules for paper hold; returns what ends it. */
function asOnPaper(map: Element): () => void {
	const changed: [MediaList, string][] = [];
	const visit = (rules: CSSRuleList) => {
		for (const rule of rules) {
			if (
				rule instanceof CSSMediaRule &&
				/^(not )?print$/.test(rule.media.mediaText)
			) {
				const { media } = rule;
				changed.push([media, media.mediaText]);
				media.mediaText = media.mediaText.replace("print", "all");
			}
			if ("cssRules" in rule) visit(rule.cssRules as CSSRuleList);
		}
	};
	for (const { cssRules } of map.shadowRoot?.adoptedStyleSheets ?? [])
		visit(cssRules);
	return () => {
		for (const [media, text] of changed) media.mediaText = text;
	};
}
