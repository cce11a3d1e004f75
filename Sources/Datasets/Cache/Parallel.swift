import Dispatch
import Synchronization

/// Work on independent elements, spread over the machine's cores.
enum Parallel {
    /// What `body` makes of each element, in their order; throws the error of the first element, by place, that has one.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) throws -> Result
    ) throws -> [Result] {
        let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: elements.count))
        forEach(0..<elements.count) { index in
            let result = Swift.Result { try body(elements[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { results in try results.compactMap { try $0?.get() } }
    }

    /// Calls `body` for every index, each once.
    static func forEach(_ indices: Range<Int>, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: indices.count) { body(indices.lowerBound + $0) }
    }
}
