/// How the examples of an array are stored: all of one shape, one after the other.
struct ExampleLayout: Hashable, Sendable {
    /// A number as it is stored.
    enum Element: String, Hashable, Sendable, Codable {
        case uint8, float32

        /// In bytes.
        var size: Int {
            switch self {
            case .uint8: 1
            case .float32: 4
            }
        }
    }

    let element: Element
    /// Of one example, the last dimension varying fastest: `[784]`, `[28, 28]`, `[224, 224, 3]`.
    let shape: [Int]

    /// The most numbers in an example.
    static let mostWidth = 1 << 28

    /// Numbers per example, at least 1.
    let width: Int

    /// The bytes of an example.
    var stride: Int { width * element.size }

    /// The channels of a picture, which has a shape of [height, width] or [height, width, 1…4]; nil for other examples.
    ///
    /// The pixels of a channel are standardized alike; the numbers of other examples each by their own.
    var channels: Int? {
        switch shape.count {
        case 2: 1
        case 3 where (1...4).contains(shape[2]): shape[2]
        default: nil
        }
    }

    /// nil if the dimensions have no product in 1…`mostWidth`; no dimensions mean one number.
    init?(element: Element, shape: [Int]) {
        var width = 1
        for dimension in shape {
            let (product, overflow) = width.multipliedReportingOverflow(by: dimension)
            guard dimension > 0, !overflow, product <= Self.mostWidth else { return nil }
            width = product
        }
        self.element = element
        self.shape = shape.isEmpty ? [1] : shape
        self.width = width
    }
}
