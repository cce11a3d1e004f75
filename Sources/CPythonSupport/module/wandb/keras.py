"""Callbacks for Keras, of whichever package the program uses."""
import os
import sys


def _keras():
    for name in ("keras", "tf_keras"):
        if name in sys.modules:
            return sys.modules[name]
    if "tensorflow" in sys.modules:
        return sys.modules["tensorflow"].keras
    import importlib

    for name in ("keras", "tensorflow.keras"):
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    raise ImportError("wandb.keras needs Keras, which is not installed")


def _classes():
    keras = _keras()
    Callback, ModelCheckpoint = keras.callbacks.Callback, keras.callbacks.ModelCheckpoint

    def current():
        import wandb

        if wandb.run is None:
            raise wandb.Error("You must call wandb.init() before the callbacks of wandb.keras")
        return wandb.run

    def rate(model):
        optimizer = getattr(model, "optimizer", None)
        value = getattr(optimizer, "learning_rate", None)
        try:
            if callable(value):
                value = value(optimizer.iterations)
            return float(value.numpy() if hasattr(value, "numpy") else value)
        except Exception:
            return None

    class WandbMetricsLogger(Callback):
        """Logs `epoch/loss` … after each epoch, and `batch/loss` … as often as it is told."""

        def __init__(self, log_freq="epoch", initial_global_step=0, *arguments, **options):
            super().__init__()
            current()
            self.every = None if log_freq == "epoch" else 1 if log_freq == "batch" else int(log_freq)
            self.step = initial_global_step

        def on_epoch_end(self, epoch, logs=None):
            values = {"epoch/" + name: value for name, value in (logs or {}).items()}
            values["epoch/epoch"] = values["epoch"] = epoch
            learning_rate = rate(self.model)
            if learning_rate is not None:
                values["epoch/learning_rate"] = learning_rate
            current().log(values)

        def on_train_batch_end(self, batch, logs=None):
            if self.every and batch % self.every == 0:
                values = {"batch/" + name: value for name, value in (logs or {}).items()}
                values["batch/batch_step"] = self.step
                self.step += self.every
                learning_rate = rate(self.model)
                if learning_rate is not None:
                    values["batch/learning_rate"] = learning_rate
                current().log(values)

    class WandbCallback(Callback):
        """Logs each epoch's values under their own names, with the best of the monitored one in the summary."""

        def __init__(self, monitor="val_loss", verbose=0, mode="auto", save_model=True, log_batch_frequency=None, **options):
            super().__init__()
            current()
            self.monitor, self.save, self.every = monitor, save_model, log_batch_frequency
            rises = mode == "max" or (mode == "auto" and ("acc" in monitor or monitor.startswith("fmeasure")))
            self.is_better = (lambda new, old: new > old) if rises else (lambda new, old: new < old)
            self.best = None
            self.batches = 0

        def on_epoch_end(self, epoch, logs=None):
            run, logs = current(), dict(logs or {})
            run.log(dict(logs, epoch=epoch))
            value = logs.get(self.monitor)
            if value is not None and (self.best is None or self.is_better(value, self.best)):
                self.best = value
                run.summary["best_" + self.monitor] = value
                run.summary["best_epoch"] = epoch
                if self.save:
                    try:
                        self.model.save(os.path.join(run.dir, "model-best.keras"))
                    except Exception as problem:
                        import wandb

                        wandb.termwarn("the best model was not saved: %s" % problem, repeat=False)

        def on_train_batch_end(self, batch, logs=None):
            self.batches += 1
            if self.every and self.batches % self.every == 0:
                current().log(dict(logs or {}))

    class WandbModelCheckpoint(ModelCheckpoint):
        """Keras' own checkpoints, at the path that the program gives."""

        def __init__(self, filepath, *arguments, **options):
            current()
            super().__init__(filepath, *arguments, **options)

    class WandbEvalCallback(Callback):
        """A program's own tables; they are made, and are no metrics."""

        def __init__(self, data_table_columns=(), pred_table_columns=(), *arguments, **options):
            super().__init__()
            self.data_table_columns, self.pred_table_columns = data_table_columns, pred_table_columns

        def on_train_begin(self, logs=None):
            self.init_data_table(column_names=list(self.data_table_columns))
            self.add_ground_truth(logs)

        def on_epoch_end(self, epoch, logs=None):
            self.init_pred_table(column_names=list(self.pred_table_columns))
            self.add_model_predictions(epoch, logs)

        def add_ground_truth(self, logs=None):
            raise NotImplementedError("%s.add_ground_truth" % type(self).__name__)

        def add_model_predictions(self, epoch, logs=None):
            raise NotImplementedError("%s.add_model_predictions" % type(self).__name__)

        def init_data_table(self, column_names):
            import wandb

            self.data_table = wandb.Table(columns=column_names)

        def init_pred_table(self, column_names):
            import wandb

            self.pred_table = wandb.Table(columns=column_names)

        def log_data_table(self, *arguments, **options):
            self.data_table_ref = self.data_table

        def log_pred_table(self, *arguments, **options):
            pass

    return {
        "WandbMetricsLogger": WandbMetricsLogger,
        "WandbCallback": WandbCallback,
        "WandbModelCheckpoint": WandbModelCheckpoint,
        "WandbEvalCallback": WandbEvalCallback,
    }


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    if name in ("WandbMetricsLogger", "WandbCallback", "WandbModelCheckpoint", "WandbEvalCallback"):
        globals().update(_classes())
        return globals()[name]
    from wandb._modules import attribute

    return attribute(__name__, name)
