/// Where each of several named tensors lies in one contiguous buffer: one after the other, without gaps.
///
/// Parameters, their gradients and an optimizer's state have one layout, so a range of one is the same range of the
/// others.
public struct TensorLayout: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// As in checkpoints: `layers.0.weight`.
        public let name: String
        public let shape: [Int]
        public let range: Range<Int>
    }

    public private(set) var entries: [Entry] = []

    public init() {}

    /// The numbers of all tensors together.
    public var count: Int { entries.last?.range.upperBound ?? 0 }

    /// Adds a tensor behind the others and says where it lies.
    @discardableResult
    public mutating func append(_ name: String, shape: [Int]) -> Range<Int> {
        precondition(self[name] == nil, "a second tensor '\(name)'")
        let range = count..<(count + shape.reduce(1, *))
        entries.append(Entry(name: name, shape: shape, range: range))
        return range
    }

    public subscript(name: String) -> Entry? {
        entries.first { $0.name == name }
    }

    /// Where the tensors lie whose names match a pattern like `layers.0.*`, as few ranges as possible.
    public func ranges(matching pattern: String) -> [Range<Int>] {
        let glob = Glob(pattern)
        return Self.joined(entries.filter { glob.matches($0.name) }.map(\.range))
    }

    /// The same places with ranges that touch joined; `ranges` must be in order.
    public static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges {
            if let last = joined.last, last.upperBound == range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<range.upperBound
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
