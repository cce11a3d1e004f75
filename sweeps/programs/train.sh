#!/bin/sh
# A training of its own in shell and awk: fits a line by gradient descent, as `train.sh lr=0.1 epochs=30` asks.
# Any program reports alike: a line of JSON to the file that SWEEP_METRICS names.
set -eu

lr=0.1 epochs=30 batch_size=10 seed=1
for setting in "$@"; do
  case $setting in
    lr=*|epochs=*|batch_size=*|seed=*) eval "${setting%%=*}=\${setting#*=}" ;;
    *) echo "unknown setting: $setting" >&2; exit 2 ;;
  esac
done

awk -v lr="$lr" -v epochs="$epochs" -v batch="$batch_size" -v seed="$seed" -v metrics="${SWEEP_METRICS:-/dev/null}" '
function noise() { return rand() + rand() + rand() - 1.5 }
BEGIN {
  srand(seed)
  for (i = 0; i < 300; i++) { x[i] = 2 * rand() - 1; y[i] = 3 * x[i] - 1 + 0.4 * noise() }
  for (epoch = 1; epoch <= epochs; epoch++) {
    for (first = 0; first < 200; first += batch) {
      slope = offset = 0
      for (i = first; i < first + batch && i < 200; i++) {
        error = a * x[i] + b - y[i]; slope += error * x[i] / batch; offset += error / batch
      }
      a -= lr * slope; b -= lr * offset
    }
    sum = 0
    for (i = 200; i < 300; i++) sum += (a * x[i] + b - y[i]) ^ 2
    rmse = sqrt(sum / 100)
    printf "epoch %d: dev_rmse %.4f\n", epoch, rmse
    printf "{\"epoch\": %d, \"dev_rmse\": %.6g}\n", epoch, rmse >> metrics
    fflush()
  }
}'
