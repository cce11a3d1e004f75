#include "CPythonSupport.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// What trials of Python programs get; PythonSupportTests holds this list against the folders.

static const unsigned char file_0[] = {
#embed "hook/sitecustomize.py"
};
static const unsigned char file_1[] = {
#embed "hook/sweep_trial/__init__.py"
};
static const unsigned char file_2[] = {
#embed "hook/sweep_trial/driver.py"
};
static const unsigned char file_3[] = {
#embed "hook/sweep_trial/loader.py"
};
static const unsigned char file_4[] = {
#embed "hook/sweep_trial/older.py"
};
static const unsigned char file_5[] = {
#embed "hook/sweep_trial/real.py"
};
static const unsigned char file_6[] = {
#embed "hook/sweep_trial/recorder.py"
};
static const unsigned char file_7[] = {
#embed "hook/sweep_trial/start.py"
};
static const unsigned char file_8[] = {
#embed "hook/sweep_trial/tensorboard.py"
};
static const unsigned char file_9[] = {
#embed "hook/sweep_trial/trial.py"
};
static const unsigned char file_10[] = {
#embed "hook/sweep_trial/values.py"
};
static const unsigned char file_11[] = {
#embed "hook/sweep_trial/yaml_text.py"
};
static const unsigned char file_12[] = {
#embed "module/wandb-0.31.0+sweep.dist-info/INSTALLER"
};
static const unsigned char file_13[] = {
#embed "module/wandb-0.31.0+sweep.dist-info/METADATA"
};
static const unsigned char file_14[] = {
#embed "module/wandb-0.31.0+sweep.dist-info/top_level.txt"
};
static const unsigned char file_15[] = {
#embed "module/wandb/__init__.py"
};
static const unsigned char file_16[] = {
#embed "module/wandb/_api.py"
};
static const unsigned char file_17[] = {
#embed "module/wandb/_artifact.py"
};
static const unsigned char file_18[] = {
#embed "module/wandb/_config.py"
};
static const unsigned char file_19[] = {
#embed "module/wandb/_errors.py"
};
static const unsigned char file_20[] = {
#embed "module/wandb/_files.py"
};
static const unsigned char file_21[] = {
#embed "module/wandb/_media.py"
};
static const unsigned char file_22[] = {
#embed "module/wandb/_modules.py"
};
static const unsigned char file_23[] = {
#embed "module/wandb/_run.py"
};
static const unsigned char file_24[] = {
#embed "module/wandb/_summary.py"
};
static const unsigned char file_25[] = {
#embed "module/wandb/_terminal.py"
};
static const unsigned char file_26[] = {
#embed "module/wandb/_util.py"
};
static const unsigned char file_27[] = {
#embed "module/wandb/keras.py"
};
static const unsigned char file_28[] = {
#embed "module/wandb/lightgbm.py"
};
static const unsigned char file_29[] = {
#embed "module/wandb/plot.py"
};
static const unsigned char file_30[] = {
#embed "module/wandb/xgboost.py"
};

static const python_support_file files[] = {
    {"hook/sitecustomize.py", file_0, sizeof file_0},
    {"hook/sweep_trial/__init__.py", file_1, sizeof file_1},
    {"hook/sweep_trial/driver.py", file_2, sizeof file_2},
    {"hook/sweep_trial/loader.py", file_3, sizeof file_3},
    {"hook/sweep_trial/older.py", file_4, sizeof file_4},
    {"hook/sweep_trial/real.py", file_5, sizeof file_5},
    {"hook/sweep_trial/recorder.py", file_6, sizeof file_6},
    {"hook/sweep_trial/start.py", file_7, sizeof file_7},
    {"hook/sweep_trial/tensorboard.py", file_8, sizeof file_8},
    {"hook/sweep_trial/trial.py", file_9, sizeof file_9},
    {"hook/sweep_trial/values.py", file_10, sizeof file_10},
    {"hook/sweep_trial/yaml_text.py", file_11, sizeof file_11},
    {"module/wandb-0.31.0+sweep.dist-info/INSTALLER", file_12, sizeof file_12},
    {"module/wandb-0.31.0+sweep.dist-info/METADATA", file_13, sizeof file_13},
    {"module/wandb-0.31.0+sweep.dist-info/top_level.txt", file_14, sizeof file_14},
    {"module/wandb/__init__.py", file_15, sizeof file_15},
    {"module/wandb/_api.py", file_16, sizeof file_16},
    {"module/wandb/_artifact.py", file_17, sizeof file_17},
    {"module/wandb/_config.py", file_18, sizeof file_18},
    {"module/wandb/_errors.py", file_19, sizeof file_19},
    {"module/wandb/_files.py", file_20, sizeof file_20},
    {"module/wandb/_media.py", file_21, sizeof file_21},
    {"module/wandb/_modules.py", file_22, sizeof file_22},
    {"module/wandb/_run.py", file_23, sizeof file_23},
    {"module/wandb/_summary.py", file_24, sizeof file_24},
    {"module/wandb/_terminal.py", file_25, sizeof file_25},
    {"module/wandb/_util.py", file_26, sizeof file_26},
    {"module/wandb/keras.py", file_27, sizeof file_27},
    {"module/wandb/lightgbm.py", file_28, sizeof file_28},
    {"module/wandb/plot.py", file_29, sizeof file_29},
    {"module/wandb/xgboost.py", file_30, sizeof file_30},
};

const python_support_file *python_support_file_at(size_t index) {
    return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
