// Leaflet with polygons and no tiles.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import byNumber from "virtual:tiers-by-number";
import { feature } from "topojson-client";
import { FILLS, geometry, write } from "./common.js";

const world = await geometry("countries-50m.json");
const map = L.map("map", { zoomSnap: 0.25, attributionControl: false });
map.fitBounds(L.latLngBounds([-58, -180], [80, 180]));
L.geoJSON(feature(world, world.objects.countries), {
	style: ({ id }) => ({
		fillColor: FILLS[byNumber[id]?.[1] ?? "na"],
		fillOpacity: 1,
		color: "#fff",
		weight: 0.5,
	}),
	onEachFeature: ({ id, properties }, layer) => {
		layer.bindTooltip(properties.name, { sticky: true });
		layer.on("click", () => write(byNumber[id]?.[0] ?? ""));
	},
}).addTo(map);
