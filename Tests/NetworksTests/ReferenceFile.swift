import Foundation

/// PyTorch's numbers for layers and losses.
enum ReferenceFile {
    struct Layer: Decodable {
        let layer: String
        let input: [[Double]]?
        let upstream: [[Double]]?
        let output: [[Double]]?
        let input_gradient: [[Double]]?
        let weight: Numbers?
        let bias: [Double]?
        let weight_gradient: Numbers?
        let bias_gradient: [Double]?
        let running_mean: [Double]?
        let running_var: [Double]?
        let eval_output: [[Double]]?
        let max_norm: Double?
        let total_norm: Double?
        let max_value: Double?
        let gradients: [Numbers]?
        let expected: [Numbers]?
        let expected_value: [Numbers]?
    }

    struct Loss: Decodable {
        let loss: String
        let input: [[Double]]
        let target: Numbers
        let value: Double
        let gradient: [[Double]]
    }

    /// A list of numbers, or of lists of them; row after row.
    struct Numbers: Decodable {
        let flat: [Double]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flat = try? container.decode([Double].self) {
                self.flat = flat
            } else {
                flat = try container.decode([[Double]].self).flatMap(\.self)
            }
        }
    }

    static func layers() throws -> [String: Layer] {
        let cases = try JSONDecoder().decode([Layer].self, from: data("layers.json"))
        return Dictionary(uniqueKeysWithValues: cases.map { ($0.layer, $0) })
    }

    static func losses() throws -> [Loss] {
        try JSONDecoder().decode([Loss].self, from: data("losses.json"))
    }

    private static func data(_ name: String) throws -> Data {
        try Data(contentsOf: (Bundle.module.resourceURL ?? URL(filePath: ".")).appending(path: "Reference/\(name)"))
    }
}
