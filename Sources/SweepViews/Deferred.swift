import Synchronization

/// A value that is worked out when it is first needed, and once.
final class Deferred<Value: Sendable>: Sendable {
    private let found = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        found.withLock { found in
            if let found { return found }
            let value = make()
            found = value
            return value
        }
    }
}
