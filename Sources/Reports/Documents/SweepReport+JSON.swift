public import Analysis
public import Settings
import SweepViews
import Sweeps

extension SweepReport {
    /// The report for machines, with all digits; what is missing is null.
    public var json: SettingValue {
        .mapping([
            "sweep": .string(sweep), "description": text(description), "condition": text(condition),
            "objective": .mapping([
                "metric": .string(objective.metric), "goal": .string(objective.goal.rawValue),
                "select": .string(objective.selection.rawValue),
            ]),
            "trials": .mapping(
                Dictionary(extent.trials.map { ($0.key.rawValue, .int($0.value)) }) { first, _ in first }),
            "configurations": .int(extent.configurations), "seeds": .list(extent.seeds.map { .int($0) }),
            "seconds": number(extent.seconds), "verdict": .string(verdict.sentence),
            "details": .list(verdict.details.map { .string($0) }), "winner": text(verdict.winner),
            "constant_guesses": constantGuesses.json,
            "warnings": .list(warnings.map { .mapping(["kind": .string($0.name), "text": .string($0.sentence)]) }),
            "ranking": .list(ranking.rows.map(json)), "parameters": .list(findings?.parameters.map(json) ?? []),
            "interactions": .list(findings?.interactions.map(json) ?? []), "explained": number(findings?.explained),
            "sweep_file": text(reproduction?.sweepFile), "command": text(program?.command),
            "working_folder": text(program?.folder), "runs": .list((program?.runs ?? []).map { .string($0) }),
        ])
    }

    private func json(of row: RankedConfigurations.Row) -> SettingValue {
        .mapping([
            "rank": row.rank.map { .int($0) } ?? .null, "within": text(row.part), "configuration": .int(row.number),
            "label": .string(row.label), "seeds": .int(row.summary?.count ?? 0), "mean": number(row.summary?.mean),
            "median": number(row.summary?.median), "sd": number(row.summary?.deviation),
            "interval": row.summary?.interval(in: unit).map(json) ?? .null,
            "standing": .string(row.standing.rawValue), "epoch": number(row.result.epoch),
            "seconds": number(row.result.seconds),
        ])
    }

    private func json(of interval: ConfidenceInterval) -> SettingValue {
        .list([.number(interval.lower), .number(interval.upper)])
    }

    private func json(of parameter: ParameterFindings.Parameter) -> SettingValue {
        .mapping([
            "name": .string(parameter.name), "importance": number(parameter.share?.mean),
            "levels": .list(
                parameter.levels.map { level in
                    .mapping([
                        "value": .string(level.words), "configurations": .int(level.count), "mean": .number(level.mean),
                        "best": .number(level.best), "effect": number(level.effect), "winner": .bool(level.isWinners),
                    ])
                }),
        ])
    }

    private func json(of pair: FunctionalANOVA.Interaction) -> SettingValue {
        .mapping([
            "parameters": .list([.string(pair.first), .string(pair.second)]), "importance": number(pair.share.mean),
        ])
    }

    private func number(_ value: Double?) -> SettingValue { value.map { .number($0) } ?? .null }
    private func text(_ value: String?) -> SettingValue { value.map { .string($0) } ?? .null }
}

extension [ConstantGuess] {
    public var json: SettingValue {
        .list(
            map { guess in
                .mapping([
                    "within": guess.part.map { .string($0) } ?? .null, "guess": .string(guess.metric.constantGuess),
                    "value": .number(guess.value), "beaten": .bool(guess.isBeaten),
                ])
            })
    }
}

extension SweepWarning {
    /// What machines call its kind.
    fileprivate var name: String {
        switch self {
        case .bestAtEdge: "best_at_edge"
        case .specialCaseAhead: "special_case_ahead"
        case .seedsOutweigh: "seeds_outweigh"
        case .smallDevSet: "small_dev_set"
        case .stillImproving: "still_improving"
        case .optimisticChoice: "optimistic_choice"
        case .lostTrials: "lost_trials"
        case .idleSetting: "idle_setting"
        case .diagnosis(let diagnosis): diagnosis.name
        case .mixedMachines: "mixed_machines"
        }
    }
}
