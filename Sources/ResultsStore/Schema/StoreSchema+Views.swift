extension StoreSchema {
    /// The views of the first migration: what a person asks by hand, with names instead of row numbers.
    static let views = """
        -- Every measurement, one a row.
        CREATE VIEW measurements AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, metrics.name AS metric, epoch, step, value
          FROM measurement_points AS p
          JOIN trials ON trials.id = p.trial JOIN sweeps ON sweeps.id = trials.sweep
          JOIN metrics ON metrics.id = p.metric
          UNION ALL
          SELECT sweeps.name, trials.short_name, metrics.name, epoch, first_step + list.key, list.value
          FROM measurement_runs AS r
          JOIN trials ON trials.id = r.trial JOIN sweeps ON sweeps.id = trials.sweep
          JOIN metrics ON metrics.id = r.metric
          JOIN json_each(r.value_list) AS list;

        -- Every hyperparameter of every trial, one a row.
        CREATE VIEW trial_parameters AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, seed, configurations.number AS configuration,
                 parameters.name, parameters.value, parameters.text
          FROM trials
          JOIN sweeps ON sweeps.id = trials.sweep
          JOIN configurations ON configurations.id = trials.configuration
          JOIN parameters ON parameters.configuration = configurations.id;

        -- Every trial's metrics: last, smallest and largest value.
        CREATE VIEW trial_metrics AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, metrics.name AS metric, count,
                 last_value, last_epoch, min_value, min_epoch, max_value, max_epoch, non_finite_step
          FROM summaries
          JOIN trials ON trials.id = summaries.trial JOIN sweeps ON sweeps.id = trials.sweep
          JOIN metrics ON metrics.id = summaries.metric;

        -- Every trial with its objective, as the sweep's file says; times as text.
        CREATE VIEW trial_results AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, trials.number,
                 configurations.number AS configuration, seed, planned, state, sweeps.metric AS objective,
                 iif(goal = 'maximize', max_value, min_value) AS best,
                 iif(goal = 'maximize', max_epoch, min_epoch) AS best_epoch,
                 last_value AS last, last_epoch, attempts,
                 (SELECT sum(ended_at - started_at) / 1000.0 FROM attempts WHERE trial = trials.id) AS seconds,
                 datetime(trials.started_at / 1000, 'unixepoch') AS started,
                 datetime(trials.ended_at / 1000, 'unixepoch') AS ended, message
          FROM trials
          JOIN sweeps ON sweeps.id = trials.sweep
          JOIN configurations ON configurations.id = trials.configuration
          LEFT JOIN metrics ON metrics.name = sweeps.metric
          LEFT JOIN summaries ON summaries.trial = trials.id AND summaries.metric = metrics.id;

        -- Each sweep's planned configurations over their seeds, the best first.
        CREATE VIEW ranking AS
          SELECT rank() OVER (PARTITION BY name ORDER BY sign * mean DESC NULLS LAST) AS rank, name AS sweep,
                 configuration, mean, seeds, trials
          FROM (
            SELECT sweeps.name, iif(goal = 'maximize', 1, -1) AS sign, trial_results.configuration,
                   avg(iif(selection = 'best', best, last)) AS mean,
                   count(iif(selection = 'best', best, last)) AS seeds, count(*) AS trials
            FROM trial_results JOIN sweeps ON sweeps.name = trial_results.sweep
            WHERE planned AND state = 'finished'
            GROUP BY sweeps.name, trial_results.configuration
          )
          ORDER BY sweep, rank, configuration;
        """

    /// The views of the fifth migration: where early stopping has restored weights, the last value is theirs.
    static let viewsWithRestoredWeights = """
        DROP VIEW ranking;
        DROP VIEW trial_results;

        -- Every trial with its objective, as the sweep's file says, the last value being that of the weights that the
        -- trial ends with; times as text.
        CREATE VIEW trial_results AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, trials.number,
                 configurations.number AS configuration, seed, planned, state, sweeps.metric AS objective,
                 iif(goal = 'maximize', s.max_value, s.min_value) AS best,
                 iif(goal = 'maximize', s.max_epoch, s.min_epoch) AS best_epoch,
                 iif(r.trial IS NULL, s.last_value, r.last_value) AS last,
                 iif(r.trial IS NULL, s.last_epoch, r.last_epoch) AS last_epoch, attempts,
                 (SELECT sum(ended_at - started_at) / 1000.0 FROM attempts WHERE trial = trials.id) AS seconds,
                 datetime(trials.started_at / 1000, 'unixepoch') AS started,
                 datetime(trials.ended_at / 1000, 'unixepoch') AS ended, message
          FROM trials
          JOIN sweeps ON sweeps.id = trials.sweep
          JOIN configurations ON configurations.id = trials.configuration
          LEFT JOIN metrics ON metrics.name = sweeps.metric
          LEFT JOIN summaries AS s ON s.trial = trials.id AND s.metric = metrics.id
          LEFT JOIN metrics AS restored ON restored.name = 'restored_' || sweeps.metric
          LEFT JOIN summaries AS r ON r.trial = trials.id AND r.metric = restored.id;

        -- Each sweep's planned configurations over their seeds, the best first.
        CREATE VIEW ranking AS
          SELECT rank() OVER (PARTITION BY name ORDER BY sign * mean DESC NULLS LAST) AS rank, name AS sweep,
                 configuration, mean, seeds, trials
          FROM (
            SELECT sweeps.name, iif(goal = 'maximize', 1, -1) AS sign, trial_results.configuration,
                   avg(iif(selection = 'best', best, last)) AS mean,
                   count(iif(selection = 'best', best, last)) AS seeds, count(*) AS trials
            FROM trial_results JOIN sweeps ON sweeps.name = trial_results.sweep
            WHERE planned AND state = 'finished'
            GROUP BY sweeps.name, trial_results.configuration
          )
          ORDER BY sweep, rank, configuration;
        """
}
