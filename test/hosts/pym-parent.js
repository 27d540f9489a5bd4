window.pymParent = new pym.Parent(
	"map",
	"/tier-map/embed.html?lang=en&panel=none",
);
