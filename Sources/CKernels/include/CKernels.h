#ifndef CKERNELS_H
#define CKERNELS_H

#include "networks.h"
#include "optimizers.h"

#endif
