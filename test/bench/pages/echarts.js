// Apache ECharts, with only the parts that a map needs, as its handbook advises.

import byNumber from "virtual:tiers-by-number";
import { MapChart } from "echarts/charts";
import { TooltipComponent, VisualMapComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { feature } from "topojson-client";
import { geometry, write } from "./common.js";
import { codeOf, option } from "./echarts-option.js";

echarts.use([MapChart, TooltipComponent, VisualMapComponent, CanvasRenderer]);

const world = await geometry("countries-50m.json");
const countries = feature(world, world.objects.countries);
echarts.registerMap("world", countries);
const chart = echarts.init(document.getElementById("map"));
chart.setOption(option(countries.features, byNumber));
chart.on("click", ({ name }) => write(codeOf(name)));
