// The map as the address asks for it.
for (const [name, value] of new URLSearchParams(location.search))
	document.querySelector("tier-map")?.setAttribute(name, value);
