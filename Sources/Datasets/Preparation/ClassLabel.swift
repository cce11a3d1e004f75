import Settings

/// What a target column says about the class of an example.
enum ClassLabel: Hashable, Sendable {
    case number(Double)
    case text(String)

    /// Numbers in their shortest form: `3`, not `3.0`.
    var text: String {
        switch self {
        case .number(let value): SettingValue.number(value).description
        case .text(let text): text
        }
    }

    /// Numbers in their order, also where they are written as text; other text in the order of its characters.
    static func sorted(_ labels: some Collection<ClassLabel>) -> [ClassLabel] {
        let numbers = labels.map(\.numeric)
        if numbers.contains(nil) { return labels.sorted { $0.text < $1.text } }
        return zip(labels, numbers.map { $0 ?? 0 }).sorted { ($0.1, $0.0.text) < ($1.1, $1.0.text) }.map(\.0)
    }

    private var numeric: Double? {
        switch self {
        case .number(let value): value
        case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}
