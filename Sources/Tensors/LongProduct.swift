import CKernels

/// Products in which one dimension is very long and another short, as in the first layer of a network for pictures.
///
/// A general library packs both factors for use many times over, which here costs as much as the product. Our kernels
/// read the long rows as they lie, block by block, so that what is used again stays in the cache. On an x86-64 processor
/// with AVX-512, which they need, they are 1.4 to 1.7 times as fast as OpenBLAS 0.3.21 where `kind` says so, and slower
/// elsewhere.
enum LongProduct {
    enum Kind {
        /// first · secondᵀ: sums over long rows, as in a layer's outputs.
        case ofRows
        /// firstᵀ · second: long rows of results, as in the gradient of a layer's weights.
        case ofColumns
    }

    /// From here on a dimension is long.
    static let leastLongLength = 2048
    /// Shared by all products: `MatrixProduct` has only one computed at a time.
    nonisolated(unsafe) private static let workspace = FloatBuffer(count: Int(PRODUCT_WORKSPACE))

    /// How a product is best computed, told by its shape alone; nil: as any other.
    static func kind(
        rows: Int, columns: Int, inner: Int, transposingFirst: Bool, transposingSecond: Bool
    ) -> Kind? {
        let short = Int(PRODUCT_OF_ROWS_MOST_COLUMNS)
        return switch (transposingFirst, transposingSecond) {
        case (false, true) where inner >= leastLongLength && columns <= short && isSupported: .ofRows
        case (true, false) where columns >= leastLongLength && rows <= short && isSupported: .ofColumns
        default: nil
        }
    }

    private static let isSupported = products_are_supported()

    /// Not to be called for a second product before the first is done.
    static func multiply(_ kind: Kind, _ first: Matrix, _ second: Matrix, inner: Int, into result: Matrix) {
        let product =
            switch kind {
            case .ofRows: product_of_rows
            case .ofColumns: product_of_columns
            }
        product(
            first.pointer, second.pointer, result.pointer, result.rows, result.columns, inner, workspace.pointer)
    }
}
