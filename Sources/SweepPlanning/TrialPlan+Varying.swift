import Settings
import Sweeps

extension TrialPlan {
    /// The settings in which `configurations` differ, in the order of `names`.
    static func varying(_ configurations: [Configuration], order names: [String]) -> [VaryingParameter] {
        struct Seen {
            var values: [SettingValue] = []
            var known: Set<SettingValue> = []
            var count = 0
        }
        var seen: [String: Seen] = [:]
        for configuration in configurations {
            for (name, value) in configuration.parameters {
                seen[name, default: Seen()].count += 1
                if seen[name, default: Seen()].known.insert(value).inserted {
                    seen[name, default: Seen()].values.append(value)
                }
            }
        }
        let places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        return seen.filter { $0.value.values.count > 1 || $0.value.count < configurations.count }
            .map { (place: place(of: $0.key, in: places), parameter: ($0.key, $0.value.values)) }
            .sorted { ($0.place, $0.parameter.0) < ($1.place, $1.parameter.0) }
            .map { VaryingParameter(name: $0.parameter.0, values: $0.parameter.1) }
    }

    /// That of the parameter itself, or of the one that it is a part of.
    private static func place(of name: String, in places: [String: Int]) -> Int {
        var part = name[...]
        while true {
            if let place = places[String(part)] { return place }
            guard let dot = part.lastIndex(of: ".") else { return places.count }
            part = part[..<dot]
        }
    }
}
