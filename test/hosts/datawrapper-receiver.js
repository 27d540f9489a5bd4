// As in the code that Datawrapper's responsive embed puts into a page.
addEventListener("message", (event) => {
	if (event.data["datawrapper-height"] === undefined) return;
	const frames = document.querySelectorAll("iframe#datawrapper");
	for (const id in event.data["datawrapper-height"])
		for (const frame of frames)
			if (frame.contentWindow === event.source)
				frame.style.height = `${event.data["datawrapper-height"][id]}px`;
});

// As Embedly and Medium do: text, with the address of the frame in it.
addEventListener("message", (event) => {
	if (typeof event.data !== "string" || !event.data.startsWith("{")) return;
	const { context, height, src } = JSON.parse(event.data);
	const frame = document.querySelector("iframe#medium");
	if (context === "iframe.resize" && frame.src === src)
		frame.style.height = `${height}px`;
});
