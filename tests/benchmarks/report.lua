-- wrk script: asks for compressed answers, counts those that are not 200, and prints one line of JSON.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  bad = 0
  wrk.headers["Accept-Encoding"] = "gzip"
end

function response(status)
  if status ~= 200 then bad = bad + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  local errors = summary.errors
  io.write(string.format("REPORT {\"requests\":%d,\"seconds\":%.4f,\"p95_ms\":%.2f,\"bad\":%d,\"broken\":%d}\n",
    summary.requests, summary.duration / 1e6, latency:percentile(95) / 1e3, wrong,
    errors.connect + errors.read + errors.write + errors.timeout))
end
