#ifndef CKERNELS_NETWORKS_H
#define CKERNELS_NETWORKS_H

#include <stddef.h>

#endif
