import { draw } from "./d3.js";

draw("countries-110m.json");
