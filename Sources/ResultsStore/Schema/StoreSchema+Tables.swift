extension StoreSchema {
    /// The tables of the first migration. Times are milliseconds since 1970 in UTC; steps and epochs count from 1.
    static let tables = """
        -- What sweep files say.
        CREATE TABLE sweeps (
          id          INTEGER PRIMARY KEY,
          name        TEXT NOT NULL UNIQUE,
          description TEXT,
          method      TEXT NOT NULL,
          metric      TEXT NOT NULL,                -- the objective: which metric,
          goal        TEXT NOT NULL CHECK (goal IN ('maximize', 'minimize')),
          selection   TEXT NOT NULL CHECK (selection IN ('best', 'last')),
          file_path   TEXT NOT NULL,
          file_text   TEXT NOT NULL,                -- as last run
          file_hash   TEXT NOT NULL,
          parameters  TEXT NOT NULL,                -- JSON: the names of what the file varies, in its order
          created_at  INTEGER NOT NULL,
          updated_at  INTEGER NOT NULL
        ) STRICT;

        -- Hyperparameters without the seed; trials of one configuration differ by seed only.
        CREATE TABLE configurations (
          id       INTEGER PRIMARY KEY,
          sweep    INTEGER NOT NULL REFERENCES sweeps ON DELETE CASCADE,
          number   INTEGER NOT NULL,                -- in the sweep, from 1, in the order in which they came
          data     TEXT NOT NULL,                   -- fingerprint of the data's content
          settings TEXT NOT NULL,                   -- canonical JSON
          UNIQUE (sweep, number),
          UNIQUE (sweep, settings, data)
        ) STRICT;

        -- The settings of each configuration one by one, by dotted name.
        CREATE TABLE parameters (
          configuration INTEGER NOT NULL REFERENCES configurations ON DELETE CASCADE,
          name          TEXT NOT NULL,
          value         ANY,                        -- number, text, 0 or 1 for false or true; lists as JSON
          text          TEXT NOT NULL,              -- as a person would write it
          PRIMARY KEY (configuration, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE trials (
          id            INTEGER PRIMARY KEY,
          sweep         INTEGER NOT NULL REFERENCES sweeps ON DELETE CASCADE,
          configuration INTEGER NOT NULL REFERENCES configurations ON DELETE CASCADE,
          number        INTEGER NOT NULL,           -- in the sweep, from 1, in the order in which they came
          seed          INTEGER NOT NULL,
          identity      TEXT NOT NULL,              -- hash of hyperparameters, seed and data
          short_name    TEXT NOT NULL,              -- its first digits, which name the trial's folder
          planned       INTEGER NOT NULL CHECK (planned IN (0, 1)),  -- whether the sweep's file still asks for it
          state         TEXT NOT NULL CHECK (state IN ('pending', 'running', 'finished', 'diverged', 'failed',
                                                       'timed_out', 'cancelled', 'pruned')),
          attempts      INTEGER NOT NULL DEFAULT 0, -- the number of the newest
          message       TEXT,                       -- what there is to say beyond the state
          created_at    INTEGER NOT NULL,
          started_at    INTEGER,                    -- of the first attempt
          ended_at      INTEGER,
          UNIQUE (sweep, identity),
          UNIQUE (sweep, number)
        ) STRICT;
        CREATE INDEX trials_by_configuration ON trials (configuration);
        CREATE INDEX trials_by_short_name ON trials (short_name);

        -- Each time that a trial was begun or gone on with.
        CREATE TABLE attempts (
          trial          INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          number         INTEGER NOT NULL,
          worker         TEXT NOT NULL,
          journal_offset INTEGER NOT NULL DEFAULT 0, -- bytes of its journal that are taken in
          journal_kept   INTEGER,                    -- bytes that count since a later attempt went on from there; NULL: all
          resumed_from   INTEGER,                    -- the attempt whose checkpoint it started from
          started_at     INTEGER NOT NULL,
          ended_at       INTEGER,
          end            TEXT CHECK (end IN ('finished', 'diverged', 'failed', 'timed_out', 'cancelled', 'pruned',
                                             'interrupted')),
          end_step       INTEGER,                    -- where it diverged
          message        TEXT,
          PRIMARY KEY (trial, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE metrics (
          id   INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE
        ) STRICT;

        -- Single values. NULL is a value that is not a number. ANY, since a REAL column would lose the sign of -0.0.
        CREATE TABLE measurement_points (
          trial       INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric      INTEGER NOT NULL REFERENCES metrics,
          epoch       INTEGER NOT NULL,
          step        INTEGER NOT NULL,
          value       ANY CHECK (typeof(value) IN ('real', 'null')),
          attempt     INTEGER NOT NULL,              -- which measured it,
          journal_end INTEGER NOT NULL,              -- and where the line that says so ends in its journal
          PRIMARY KEY (trial, metric, epoch, step)
        ) STRICT, WITHOUT ROWID;

        -- Values at consecutive steps of one epoch, as a JSON array; null is not a number, 9e999 is infinity.
        CREATE TABLE measurement_runs (
          id          INTEGER PRIMARY KEY,
          trial       INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric      INTEGER NOT NULL REFERENCES metrics,
          epoch       INTEGER NOT NULL,
          first_step  INTEGER NOT NULL,
          count       INTEGER NOT NULL,
          value_list  TEXT NOT NULL CHECK (json_valid(value_list)),
          attempt     INTEGER NOT NULL,
          journal_end INTEGER NOT NULL,
          UNIQUE (trial, metric, epoch, first_step)
        ) STRICT;

        -- Of each trial's metrics, kept with every measurement, so that a ranking need not read the measurements.
        CREATE TABLE summaries (
          trial            INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric           INTEGER NOT NULL REFERENCES metrics,
          count            INTEGER NOT NULL,
          last_epoch       INTEGER NOT NULL,
          last_step        INTEGER NOT NULL,
          last_value       ANY,                      -- NULL is not a number
          min_epoch        INTEGER,                  -- the smallest finite value, where it first was; NULL: there is none
          min_step         INTEGER,
          min_value        ANY,
          max_epoch        INTEGER,
          max_step         INTEGER,
          max_value        ANY,
          non_finite_epoch INTEGER,                  -- the first value that is infinite or not a number
          non_finite_step  INTEGER,
          non_finite_value ANY,
          PRIMARY KEY (trial, metric)
        ) STRICT, WITHOUT ROWID;
        """
}
