import COpenBLAS
import Synchronization

/// Products of matrices, computed in one thread: `result ← first · second`, either factor transposed at will.
///
/// OpenBLAS' `cblas_sgemm`, or `LongProduct` for the shapes that it serves faster; the same shapes and numbers give the
/// same bits on one machine. A library built for single threads keeps its work space in one place, so only one product
/// is computed at a time.
public enum MatrixProduct {
    /// One thread only: trials run side by side in processes of their own, and sums keep their order.
    private static let usesOneThread: Void = openblas_set_num_threads(1)

    private static let turn = Mutex<Void>(())

    /// `result` must have the rows of `first` and the columns of `second`, each as used, and share memory with neither.
    public static func multiply(
        _ first: Matrix, _ second: Matrix, transposingFirst: Bool = false, transposingSecond: Bool = false,
        into result: Matrix
    ) {
        _ = usesOneThread
        let (rows, inner) = transposingFirst ? (first.columns, first.rows) : (first.rows, first.columns)
        let (secondInner, columns) =
            transposingSecond ? (second.columns, second.rows) : (second.rows, second.columns)
        precondition(
            inner == secondInner && result.rows == rows && result.columns == columns,
            "[\(rows), \(inner)] · [\(secondInner), \(columns)] into [\(result.rows), \(result.columns)]")
        guard result.count > 0 else { return }
        guard inner > 0 else {
            result.pointer.update(repeating: 0, count: result.count)
            return
        }
        let kind = LongProduct.kind(
            rows: rows, columns: columns, inner: inner, transposingFirst: transposingFirst,
            transposingSecond: transposingSecond)
        turn.withLock { _ in
            if let kind {
                LongProduct.multiply(kind, first, second, inner: inner, into: result)
                return
            }
            cblas_sgemm(
                CblasRowMajor, transposingFirst ? CblasTrans : CblasNoTrans,
                transposingSecond ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), blasint(inner),
                1, first.pointer, blasint(first.columns), second.pointer, blasint(second.columns),
                0, result.pointer, blasint(result.columns))
        }
    }
}
