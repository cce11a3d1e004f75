import Foundation

extension MatrixProduct {
    /// The work space of the products cannot be had.
    public struct NoMemory: Error, CustomStringConvertible {
        public var description: String {
            "the products of matrices need \(MatrixProduct.workSpace >> 20) MiB of address space that the system does not "
                + "give; 'ulimit -v' or the memory may be too small"
        }
    }

    /// What OpenBLAS takes at its first product, with some room.
    private static let workSpace = 160 << 20

    /// Makes the first product, so that later ones find their work space; OpenBLAS waits for ever where there is none.
    public static func takeWorkSpace() throws(NoMemory) {
        guard let room = malloc(workSpace) else { throw NoMemory() }
        free(room)
        // Smaller ones may do without.
        let size = 128
        let matrices = (0..<3).map { _ in Matrix(rows: size, columns: size) }
        multiply(matrices[0], matrices[1], into: matrices[2])
    }
}
