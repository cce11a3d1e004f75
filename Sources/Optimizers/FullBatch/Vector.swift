/// What L-BFGS needs of linear algebra; sums are in Double, in the order of the elements.
enum Vector {
    static func product(_ first: [Float], _ second: [Float]) -> Double {
        var sum = 0.0
        for index in first.indices { sum += Double(first[index]) * Double(second[index]) }
        return sum
    }

    /// The sum of the elements' magnitudes.
    static func sizeSum(_ vector: [Float]) -> Double {
        vector.reduce(0) { $0 + Double($1.magnitude) }
    }

    /// The largest magnitude.
    static func largest(_ vector: [Float]) -> Double {
        Double(vector.reduce(0) { max($0, $1.magnitude) })
    }

    static func difference(_ first: [Float], _ second: [Float]) -> [Float] {
        zip(first, second).map { $0 - $1 }
    }

    static func scaled(_ vector: [Float], by factor: Double) -> [Float] {
        let factor = Float(factor)
        return vector.map { $0 * factor }
    }

    static func add(_ vector: [Float], scaledBy factor: Double, to target: inout [Float]) {
        let factor = Float(factor)
        for index in target.indices { target[index] += factor * vector[index] }
    }
}
