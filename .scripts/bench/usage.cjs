// Loaded into a process that is measured: tells at its end what it took.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { BENCH_USAGE_FILE } = process.env;
  if (!BENCH_USAGE_FILE) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(BENCH_USAGE_FILE, JSON.stringify(usage));
});
