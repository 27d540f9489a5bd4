/** Registers `<tier-map>` by being loaded: the script tag's module, and the npm entry `./define`. */
import { register } from "./register.ts";

register();
