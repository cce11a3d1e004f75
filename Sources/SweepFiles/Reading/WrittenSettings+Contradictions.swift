import Settings
import Sweeps

extension WrittenSettings {
    /// Settings of which one would silently undo another, each reported at the later place.
    func contradictions(spaces: Int) -> [SweepFileError.Problem] {
        var problems: [SweepFileError.Problem] = []
        let byPath = Dictionary(grouping: settings.indices) { settings[$0].path }
        for (index, setting) in settings.enumerated() {
            for other in byPath[setting.path, default: []] where other < index {
                guard setting.scope.meets(settings[other].scope) else { continue }
                if setting.scope == .train || settings[other].scope == .train {
                    guard isAlwaysParameter(setting.path, spaces: spaces) else { continue }
                    problems.append(Self.bothIn(setting.path, setting, settings[other]))
                } else {
                    problems.append(Self.twice(setting.path, setting, settings[other]))
                }
                break
            }
            if ofProgram { continue }
            var owner = setting.path[...]
            while let dot = owner.lastIndex(of: ".") {
                owner = owner[..<dot]
                let rest = String(setting.path[owner.endIndex...].dropFirst())
                for other in byPath[String(owner), default: []] {
                    guard setting.scope.meets(settings[other].scope),
                        let problem = contradiction(of: setting, rest: rest, owner: settings[other], spaces: spaces)
                    else { continue }
                    problems.append(problem)
                    break
                }
            }
        }
        return problems
    }

    /// Whether every configuration takes the setting from a parameter.
    private func isAlwaysParameter(_ path: String, spaces: Int) -> Bool {
        (0..<spaces).allSatisfy { space in
            settings.contains { $0.path == path && $0.scope == .parameter(space: space, choices: []) }
        }
    }

    /// What is wrong with `setting`, `optimizer.betas`, where its owner, `optimizer`, is written too.
    private func contradiction(
        of setting: WrittenSetting, rest: String, owner: WrittenSetting, spaces: Int
    ) -> SweepFileError.Problem? {
        for place in owner.places {
            let value = place.value ?? .null
            if value.text != nil { continue }
            guard owner.scope == .train, case .mapping(let entries) = value else {
                let message =
                    "'\(setting.path)' reaches into '\(owner.path)', which is \(value.quoted) at "
                    + "\(place.position); only a name alone can be extended so."
                return SweepFileError.Problem(position: setting.position, message: message)
            }
            guard Configuration(entries)[rest] != nil else { continue }
            if setting.scope == .train { return Self.twice(setting.path, setting, owner) }
            if isAlwaysParameter(setting.path, spaces: spaces) { return Self.bothIn(setting.path, setting, owner) }
        }
        return nil
    }

    private static func twice(
        _ path: String, _ one: WrittenSetting, _ other: WrittenSetting
    ) -> SweepFileError.Problem {
        let (first, second) = one.position < other.position ? (one, other) : (other, one)
        return SweepFileError.Problem(
            position: second.position, message: "'\(path)' is written twice, here and at \(first.position); keep one.")
    }

    private static func bothIn(
        _ path: String, _ one: WrittenSetting, _ other: WrittenSetting
    ) -> SweepFileError.Problem {
        let (first, second) = one.position < other.position ? (one, other) : (other, one)
        return SweepFileError.Problem(
            position: second.position,
            message: "'\(path)' is written in 'train' and in 'parameters', here and at \(first.position); keep one.")
    }
}
