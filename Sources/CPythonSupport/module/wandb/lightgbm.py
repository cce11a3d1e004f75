"""LightGBM's callback."""


def wandb_callback(log_params=True, define_metric=True):
    """Logs each round's evaluations as `DATA_METRIC`."""

    def callback(environment):
        import wandb

        if log_params and environment.iteration == environment.begin_iteration:
            wandb.config.update({k: v for k, v in environment.params.items() if k not in wandb.config})
        values = {"%s_%s" % (item[0], item[1]): item[2] for item in environment.evaluation_result_list or []}
        wandb.log(dict(values, iteration=environment.iteration))

    return callback


def log_summary(model, *arguments, **options):
    import wandb

    wandb.run.summary["best_iteration"] = model.best_iteration
    for data, values in model.best_score.items():
        for name, value in values.items():
            wandb.run.summary["%s_%s_best" % (data, name)] = value
