import Settings
public import Sweeps

/// Over which configurations the values of one parameter, such as the optimizers, are compared with each other: those
/// whose other settings have results with every one of its values.
///
/// Momentum with batches of 64 against gradient descent with batches of 8 compares batches. So a configuration counts
/// only where each value of the parameter was tried with the same other settings. Of these others are left out those
/// that are tuned for each value by itself:
///
/// - what belongs to the parameter: its options (`optimizer.beta`), what its choices' sub-spaces vary, and what it is an
///   option of;
/// - learning rates (`lr`, `learning_rate`), which are never right for two choices alike;
/// - what is the same in all configurations, defaults filled in.
///
/// In a grid the combinations count; where settings were drawn, which seldom meet in a combination, each setting counts
/// for itself, and numbers of which more than ten were drawn count as drawn alike.
public struct SharedSettings: Hashable, Sendable {
    public enum Extent: Hashable, Sendable {
        /// Each value has results with the same.
        case all
        /// The other configurations are left out.
        case some
        /// There is no setting of the others with which each value has results; of these settings.
        case none(of: [String])
    }

    /// Whose values are compared.
    public let parameter: String
    /// How many values are compared.
    public let count: Int
    public let extent: Extent
    /// The places of the configurations that count; none where nothing is shared.
    public let members: [Int]
    /// `batch_size 64 and decay constant`; of many settings that all count only how many configurations have them; nil
    /// where no other setting varies.
    public let words: String?

    /// Of more settings than that nothing is named where nothing is left out.
    private static let mostNamed = 3

    /// - Parameters:
    ///   - configurations: those that have a value of the objective.
    ///   - order: names of parameters in the order in which words name them.
    public init(
        of parameter: String, among configurations: [Configuration], design: SweepDesign = SweepDesign(),
        order: [String] = []
    ) {
        let own = design.subspaces[parameter] ?? []
        let names = VaryingParameters(among: configurations, order: order).names.filter { name in
            name != parameter && !name.hasPrefix(parameter + ".") && !parameter.hasPrefix(name + ".")
                && !own.contains(name) && !Self.isRate(name)
        }
        let table = configurations.map { configuration in
            configuration.parametersByName
        }
        let levels = SettingLevels(names: names, table: table, defaults: configurations.map(\.defaults))
        let options = configurations.map { $0.level(of: parameter) }
        self.parameter = parameter
        count = Set(options).count
        members = levels.shared(by: options, isGrid: design.isGrid)
        if members.isEmpty, !configurations.isEmpty {
            extent = .none(of: levels.unshared(by: options, isGrid: design.isGrid))
            words = nil
        } else {
            let isAll = members.count == configurations.count
            extent = isAll ? .all : .some
            words =
                names.isEmpty
                ? nil
                : isAll && levels.count > Self.mostNamed
                    ? "all \(members.count) configurations with results" : levels.words(of: members)
        }
    }

    /// A learning rate, whatever it is an option of.
    private static func isRate(_ name: String) -> Bool {
        ["lr", "learning_rate"].contains(name.split(separator: ".").last ?? "")
    }

    /// What is compared: `over batch_size 64 and decay constant, for which both have results`.
    public var clause: String? {
        guard let words else { return nil }
        let whom = count == 2 ? "both" : "all"
        return "over \(words)" + (extent == .some ? ", for which \(whom) have results" : "")
    }

    /// Why nothing is compared; nil where something is.
    public var silence: String? {
        guard case .none(let settings) = extent else { return nil }
        let what = settings.count == 1 ? settings[0] : "combination of \(Phrases.list(settings))"
        let values = count == 2 ? "both" : "all \(count)"
        return "No \(what) has results with \(values) values of \(parameter), so they are not compared."
    }
}
