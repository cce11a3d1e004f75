"""XGBoost's callback and the older function."""


def __getattr__(name):
    if name == "WandbCallback":
        globals()[name] = _callback()
        return globals()[name]
    if name == "wandb_callback":
        return _callback()
    from wandb._modules import attribute

    return attribute(__name__, name)


def _callback():
    import xgboost

    class WandbCallback(xgboost.callback.TrainingCallback):
        """Logs each round's evaluations as `DATA-METRIC`, with the best of the monitored one in the summary."""

        def __init__(self, log_model=False, log_feature_importance=True, importance_type="gain", define_metric=True):
            super().__init__()
            self.defines = define_metric

        def after_iteration(self, model, epoch, evals_log):
            import wandb

            if epoch == 0 and self.defines:
                for data, one in evals_log.items():
                    for name in one:
                        rises = any(word in name for word in ("auc", "aucpr", "map", "ndcg", "pre", "acc", "f1"))
                        wandb.define_metric("%s-%s" % (data, name), summary="max" if rises else "min")
            values = {"%s-%s" % (data, name): series[-1] for data, one in evals_log.items() for name, series in one.items()}
            wandb.log({name: value[0] if isinstance(value, tuple) else value for name, value in values.items()}, commit=False)
            wandb.log({"epoch": epoch})
            return False

        def after_training(self, model):
            import wandb

            try:
                wandb.run.summary["best_score"] = float(model.attr("best_score"))
                wandb.run.summary["best_iteration"] = int(model.attr("best_iteration"))
            except (TypeError, ValueError, AttributeError):
                pass  # only early stopping knows them
            return model

    return WandbCallback
