import Foundation
import Optimizers
import Settings
import Testing

/// The numbers that PyTorch gave in float64.
enum Reference {
    struct OptimizerCase: Decodable, Sendable, CustomTestStringConvertible {
        struct Quadratic: Decodable, Sendable {
            /// `[n, n]`, symmetric.
            let A: [[Double]]
            let b: [Double]
        }

        let optimizer: String
        let options: [String: SettingValue]
        /// One nested list per parameter tensor.
        let initial: [Nested]
        /// Per step, then per tensor.
        let gradients: [[Nested]]?
        let quadratic: Quadratic?
        let expected: [[Nested]]

        var testDescription: String { "\(optimizer) \(SettingValue.mapping(options))" }
    }

    struct ScheduleCase: Decodable, Sendable, CustomTestStringConvertible {
        let schedule: String
        let options: [String: SettingValue]
        let base_lr: Double
        let epochs: Int
        let metrics: [Double]?
        let expected: [Double]

        var testDescription: String { "\(schedule) \(SettingValue.mapping(options))" }
    }

    /// Numbers in lists of any depth.
    enum Nested: Decodable, Sendable {
        case number(Double)
        case list([Nested])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .list(try container.decode([Nested].self))
            }
        }

        var flat: [Double] {
            switch self {
            case .number(let number): [number]
            case .list(let elements): elements.flatMap(\.flat)
            }
        }
    }

    static func optimizers() throws -> [OptimizerCase] { try read("optimizers") }

    static func schedules() throws -> [ScheduleCase] { try read("schedules") }

    private static func read<Case: Decodable>(_ name: String) throws -> [Case] {
        let file = Bundle.module.resourceURL?.appending(path: "Reference/\(name).json")
        guard let file else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    }
}
