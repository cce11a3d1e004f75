#ifndef CKERNELS_H
#define CKERNELS_H

#include "datasets.h"
#include "networks.h"
#include "optimizers.h"
#include "processor.h"
#include "products.h"
#include "scores.h"

#endif
