// As documented for amp-iframe: `embed-size` with the sentinel `amp`, from the frame itself, resizes its box.
addEventListener("message", ({ source, data }) => {
	if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
	for (const frame of document.querySelectorAll("iframe")) {
		if (frame.contentWindow !== source) continue;
		const height = Number.parseInt(data.height, 10);
		if (Number.isNaN(height)) continue;
		frame.parentElement.style.height = `${height}px`;
		frame.parentElement.classList.add("sized");
	}
});
