import "../define.ts";
