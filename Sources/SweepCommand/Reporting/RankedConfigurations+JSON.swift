import Analysis
import Settings
import Sweeps

extension RankedConfigurations.Row {
    /// All that is known of the configuration, with all digits; what is missing is null.
    func json(unit: ObjectiveUnit) -> SettingValue {
        .mapping([
            "rank": SettingValue(rank), "sweep": .string(sweep), "configuration": .int(number),
            "standing": .string(standing.word), "mean": SettingValue(result.mean),
            "median": SettingValue(summary?.median), "sd": SettingValue(result.standardDeviation),
            "interval": SettingValue(summary?.interval(in: unit)), "seeds": .int(result.values.count),
            "lost_seeds": .int(result.lostCount), "epoch": SettingValue(result.epoch),
            "seconds": SettingValue(result.seconds), "trials": SettingValue(result.trials),
            "picked_from": SettingValue(groupSize), "behind_best": standing.comparison.map(\.json) ?? .null,
            "best_is_better": outperformance.map(\.json) ?? .null,
            "hyperparameters": .mapping(result.configuration.settings),
            "values": .list(
                result.values.map { value in
                    .mapping([
                        "seed": .int(value.seed), "trial": .string(value.trial.shortName),
                        "value": .number(value.point.value), "epoch": .int(value.point.epoch),
                    ])
                }),
        ])
    }
}

extension RankedConfigurations.Standing {
    fileprivate var word: String {
        switch self {
        case .best: "best"
        case .tied: "tied"
        case .beaten: "beaten"
        case .undecided: "undecided"
        case .lost: "lost seeds"
        case .none: "no value"
        }
    }

    fileprivate var comparison: Comparison? {
        switch self {
        case .tied(let comparison), .beaten(let comparison): comparison
        case .best, .undecided, .lost, .none: nil
        }
    }
}

extension Comparison {
    /// By how much the best is better, with its interval, and how many seeds would tell.
    fileprivate var json: SettingValue {
        .mapping([
            "difference": .number(difference), "interval": SettingValue(interval), "paired": .bool(isPaired),
            "seeds_needed": SettingValue(isToldApart || difference <= 0 ? nil : seedsToTell),
        ])
    }
}

extension OutperformanceProbability {
    /// The probability, with its exact interval.
    fileprivate var json: SettingValue {
        .mapping([
            "probability": .number(value), "interval": SettingValue(interval), "comparisons": .int(comparisons),
            "paired": .bool(isPaired),
        ])
    }
}

extension SettingValue {
    init(_ interval: ConfidenceInterval?) {
        self = interval.map { .list([.number($0.lower), .number($0.upper)]) } ?? .null
    }
}
