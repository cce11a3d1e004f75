"""LightGBM's callback."""


def wandb_callback(log_params=True, define_metric=True):
    """Logs each round's evaluations as `DATA_METRIC`."""

    def callback(environment):
        import wandb

        if log_params and environment.iteration == environment.begin_iteration:
            wandb.config.update({k: v for k, v in environment.params.items() if k not in wandb.config})
        if define_metric and environment.iteration == environment.begin_iteration:
            for item in environment.evaluation_result_list or []:
                wandb.define_metric("%s_%s" % (item[0], item[1]), summary="max" if item[3] else "min")
        values = {"%s_%s" % (item[0], item[1]): item[2] for item in environment.evaluation_result_list or []}
        wandb.log(dict(values, iteration=environment.iteration))

    return callback


def log_summary(model, *arguments, **options):
    import wandb

    wandb.run.summary["best_iteration"] = model.best_iteration
    wandb.run.summary["best_score"] = {data: dict(values) for data, values in model.best_score.items()}
