import { listen } from "./common.js";

listen(document.getElementById("map"), (target) => {
	const { code, name } = target.dataset;
	return code ? { code, text: name } : null;
});
