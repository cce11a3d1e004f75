import Networks
import Settings

/// The settings that say what network is trained, apart from the widths that the data decide.
struct NetworkSettings: Hashable, Sendable {
    enum Start: Hashable, Sendable {
        case drawn(Initialization)
        /// The path as it can be opened.
        case file(path: String)
    }

    /// More parameters than any machine for which this program is meant could train: 2 GiB of them.
    static let mostParameters = 1 << 29

    let hidden: [Int]
    let activation: Activation
    let batchNormalization: Bool
    let dropout: Double
    let start: Start

    init(_ reader: inout SettingReader, folder: String) throws(SettingError) {
        hidden = try reader.widths("hidden")
        activation = try reader.choice("activation", default: .relu)
        batchNormalization = try reader.bool("batch_norm", default: false)
        dropout = try reader.number("dropout", default: 0, .fraction)
        start = try Self.start(&reader, folder: folder)
        guard hidden.isEmpty else { return }
        let reason = "with 'hidden: []' there is no hidden layer to apply it to"
        if batchNormalization { throw reader.error("batch_norm", .bool(true), reason) }
        if dropout > 0 { throw reader.error("dropout", .number(dropout), reason) }
    }

    func architecture(inputs: Int, outputs: Int) -> Architecture {
        Architecture(
            inputs: inputs, hidden: hidden, outputs: outputs, activation: activation,
            batchNormalization: batchNormalization, dropout: dropout)
    }

    /// The number of weights and biases, with those of normalisation.
    ///
    /// Throws a `SettingError` if that is beyond all bounds, before anybody asks for the memory.
    func parameterCount(inputs: Int, outputs: Int) throws(SettingError) -> Int {
        var count = 0
        var width = inputs
        for (index, next) in (hidden + [outputs]).enumerated() {
            let perOutput = width + (batchNormalization && index < hidden.count ? 3 : 1)
            let (product, overflow) = next.multipliedReportingOverflow(by: perOutput)
            guard !overflow, product <= Self.mostParameters - count else {
                throw SettingError(
                    path: "hidden", value: .list(hidden.map(SettingValue.int)),
                    rule: "with \(inputs) features the network would have more than \(Self.mostParameters) parameters, "
                        + "the most there may be")
            }
            count += product
            width = next
        }
        return count
    }

    private static func start(_ reader: inout SettingReader, folder: String) throws(SettingError) -> Start {
        let text = try reader.text("init", default: Initialization.he.rawValue)
        if let initialization = Initialization(rawValue: text) { return .drawn(initialization) }
        if text.hasSuffix(".safetensors") { return .file(path: path(text, from: folder)) }
        throw reader.error(
            "init", .string(text),
            "it must be \(Initialization.names.joined(separator: ", ")) or the path of a .safetensors file")
    }

    private static func path(_ text: String, from folder: String) -> String {
        if text.hasPrefix("/") || folder.isEmpty || folder == "." { return text }
        return folder + (folder.hasSuffix("/") ? "" : "/") + text
    }
}

extension SettingReader {
    /// Widths of layers: a list of whole numbers, each at least 1; empty where none are written.
    fileprivate mutating func widths(_ name: String) throws(SettingError) -> [Int] {
        let value = value(name, default: [])
        guard case .list(let elements) = value else {
            throw error(name, value, "it must be a list of widths, such as [64, 32]; [] is a linear model")
        }
        var widths: [Int] = []
        for (index, element) in elements.enumerated() {
            // Far below this bound sums of widths cannot overflow, and the parameters are counted with care.
            guard case .int(let width) = element, (1...Int(Int32.max)).contains(width) else {
                throw error("\(name)[\(index)]", element, "it must be a whole number in 1...\(Int32.max)")
            }
            widths.append(width)
        }
        return widths
    }
}
