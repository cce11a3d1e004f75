import Analysis
import Settings
import SweepViews
import Sweeps

extension RankedConfigurations.Row {
    /// All that is known of the configuration, with all digits; what is missing is null.
    func json(unit: ObjectiveUnit) -> SettingValue {
        .mapping([
            "rank": SettingValue(rank), "within": part.map { .string($0) } ?? .null, "data": .string(result.data),
            "sweep": .string(sweep), "configuration": .int(number),
            "standing": .string(standing.rawValue), "mean": SettingValue(result.mean),
            "median": SettingValue(summary?.median), "sd": SettingValue(result.standardDeviation),
            "interval": SettingValue(summary?.interval(in: unit)), "seeds": .int(result.values.count),
            "lost_seeds": .int(result.lostCount), "epoch": SettingValue(result.epoch),
            "seconds": SettingValue(result.seconds), "trials": SettingValue(result.trials),
            "picked_from": SettingValue(groupSize), "behind_best": comparison.map { $0.json(unit: unit) } ?? .null,
            "best_is_better": outperformance.map(\.json) ?? .null,
            "hyperparameters": .mapping(result.configuration.settings),
            "values": .list(
                result.values.map { value in
                    .mapping([
                        "seed": .int(value.seed), "trial": .string(value.trial.shortName),
                        "value": .number(value.point.value), "epoch": SettingValue(value.point.epoch),
                    ])
                }),
        ])
    }
}

extension Comparison {
    /// By how much the best is better, with its interval, and how many seeds would tell.
    fileprivate func json(unit: ObjectiveUnit) -> SettingValue {
        .mapping([
            "difference": .number(difference), "interval": SettingValue(unit.boundedDifference(interval)),
            "paired": .bool(isPaired),
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
