import Settings
import Sweeps

/// All settings that a file declares: where their values stand, and which of them contradict each other.
struct WrittenSettings: Hashable, Sendable {
    var settings: [WrittenSetting] = []
    /// Whether they are another program's parameters, in whose names a dot means nothing.
    var ofProgram = false

    // MARK: Places

    /// Where the value of a setting stands, which may be a part of a larger value: `optimizer.betas[1]`.
    ///
    /// With a value: the first place that says just it, else the first that says any for that path. Without one: the
    /// setting's key. Parameters come before `train`, since they win. For a setting that nobody wrote: the place of the
    /// nearest setting that it would belong to, or nil.
    func position(of path: String, value: SettingValue?) -> SourcePosition? {
        let steps = Step.steps(of: path)
        var fallback: SourcePosition?
        let inOrder = settings.filter { $0.scope != .train } + settings.filter { $0.scope == .train }
        for setting in inOrder {
            for place in setting.places {
                guard let found = Self.find(steps, in: setting, place) else { continue }
                guard let value else { return found.key }
                if found.value == value { return found.position }
                fallback = fallback ?? found.position
            }
        }
        if let fallback { return fallback }
        // What is missing, or unknown as a whole, stands where a dotted name first reaches into it.
        let owner = steps.count > 1 ? Array(steps.dropLast()) : steps
        let inside = inOrder.first { written in
            let names = Step.steps(of: written.path)
            return names.count > owner.count && names.starts(with: owner)
        }
        if let inside { return inside.position }
        return steps.count > 1 ? position(of: Step.path(of: steps.dropLast()), value: nil) : nil
    }

    private typealias Found = (key: SourcePosition, position: SourcePosition, value: SettingValue?)

    private static func find(_ steps: [Step], in setting: WrittenSetting, _ place: WrittenSetting.Place) -> Found? {
        let written = Step.steps(of: setting.path)
        let whole: Found = (setting.position, place.position, place.value)
        // A name alone stands for `{name: …}`.
        if written == steps + [.name("name")] { return whole }
        guard steps.starts(with: written) else { return nil }
        var found = whole
        var node = place.node
        for step in steps.dropFirst(written.count) {
            switch (step, node?.content) {
            case (.name(let name), .mapping(let entries)?):
                guard let entry = entries.first(where: { $0.key == name }) else { return nil }
                found = (entry.position, entry.value.position, entry.value.value)
                node = entry.value
            case (.index(let index), .list(let elements)?):
                guard elements.indices.contains(index) else { return nil }
                let element = elements[index]
                found = (element.position, element.position, element.value)
                node = element
            case (.name("name"), _) where found.value?.text != nil: node = nil
            default: return nil
            }
        }
        return found
    }

    private enum Step: Hashable {
        case name(String)
        case index(Int)

        /// `betas[1].x` → betas, 1, x.
        static func steps(of path: String) -> [Step] {
            path.split(separator: ".").flatMap { part -> [Step] in
                let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
                let indices = pieces.dropFirst().map { $0.hasSuffix("]") ? Int($0.dropLast()) : nil }
                guard let name = pieces.first, !indices.contains(nil) else { return [.name(String(part))] }
                return [.name(String(name))] + indices.compactMap { $0.map(Step.index) }
            }
        }

        static func path(of steps: some Sequence<Step>) -> String {
            steps.reduce(into: "") { path, step in
                switch step {
                case .name(let name): path += path.isEmpty ? name : ".\(name)"
                case .index(let index): path += "[\(index)]"
                }
            }
        }
    }

    // MARK: Names

    /// The dotted names of all hyperparameters that a configuration may have, sorted.
    var names: [String] {
        var names: Set<String> = []
        for setting in settings {
            for place in setting.places {
                var configuration = Configuration()
                if ofProgram {
                    configuration.set(keys: [setting.path], place.value ?? .int(0))
                    names.insert(setting.path)
                } else {
                    configuration.set(setting.path, place.value ?? .int(0))
                }
                names.formUnion(configuration.parameters.map(\.name))
            }
        }
        return names.sorted()
    }
}
