import Dispatch
import Synchronization

/// Work on independent elements, spread over the machine's cores.
enum Parallel {
    /// What `body` makes of each element, in their order. Throws as `forEach` does.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) throws -> Result
    ) throws -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: elements.count))
        try forEach(elements.indices) { index in
            let result = try body(elements[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// Calls `body` for every index, each once. Throws the error of the first index that has one, and may then leave out
    /// those behind it.
    static func forEach(_ indices: Range<Int>, _ body: @Sendable (Int) throws -> Void) throws {
        let failure = Mutex<(index: Int, error: any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: indices.count) { place in
            let index = indices.lowerBound + place
            if let first = failure.withLock({ $0?.index }), first < index { return }
            do {
                try body(index)
            } catch {
                failure.withLock { failure in
                    if failure.map({ index < $0.index }) ?? true { failure = (index, error) }
                }
            }
        }
        if let error = failure.withLock({ $0?.error }) { throw error }
    }
}
